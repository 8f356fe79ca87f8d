import { expect, it } from 'vitest';
import { basicAuth } from './auth-basic';

it('puts key and secret in the header and leaves the address alone', async () => {
  const url = new URL('https://shop.example/wp-json/wc/v3/products?page=1');
  const request = await basicAuth({ key: 'ck_1', secret: 'cs_ü' })('GET', url);
  expect(request.url.href).toBe(url.href);
  expect(request.headers).toEqual({ Authorization: `Basic ${Buffer.from('ck_1:cs_ü', 'utf8').toString('base64')}` });
});
