import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { captured } from '../../../../test/fixtures/woocommerce/exchange';
import { oauth1, signatureBase } from './oauth1';

const clock = { nowMs: () => 1_795_430_970_499 };

describe('oauth1', () => {
  it('makes the base string of RFC 5849 §3.4.1: encoded, sorted, encoded again', () => {
    const url = new URL("http://127.0.0.1:8099/shop/wp-json/wc/v3/products/reviews?b=2&a=x y&c=it's*(~)+&a2=é&reviewer_email=a%2Bb@example.test");
    expect(signatureBase('get', url)).toBe(
      'GET&http%3A%2F%2F127.0.0.1%3A8099%2Fshop%2Fwp-json%2Fwc%2Fv3%2Fproducts%2Freviews&' +
        'a%3Dx%2520y%26a2%3D%25C3%25A9%26b%3D2%26c%3Dit%2527s%252A%2528~%2529%2520%26reviewer_email%3Da%252Bb%2540example.test',
    );
  });

  it('adds the very parameters of a request a real store accepted, in a form of the same length', async () => {
    const accepted = new URL(captured('auth-oauth1-over-http-and-options', 0).request.url);
    const target = new URL(`${accepted.origin}${accepted.pathname}?per_page=1`);
    const { url, headers } = await oauth1({ key: accepted.searchParams.get('oauth_consumer_key') ?? '', secret: 'cs_any' }, clock, () => 0.6)('GET', target);
    expect([...url.searchParams.keys()]).toEqual([...accepted.searchParams.keys()]);
    expect(url.searchParams.get('oauth_timestamp')).toBe(accepted.searchParams.get('oauth_timestamp'));
    expect(url.searchParams.get('oauth_nonce')).toHaveLength(accepted.searchParams.get('oauth_nonce')?.length ?? 0);
    expect(url.searchParams.get('oauth_signature')).toHaveLength(accepted.searchParams.get('oauth_signature')?.length ?? 0);
    expect(headers).toEqual({});
    expect(target.search).toBe('?per_page=1');
  });

  it('signs the base string with the secret and an empty token secret', async () => {
    const { url } = await oauth1({ key: 'ck_1', secret: 'cs_1' }, clock, () => 0)('GET', new URL('http://127.0.0.1/wp-json/wc/v3/products?page=1'));
    const signature = url.searchParams.get('oauth_signature');
    url.searchParams.delete('oauth_signature');
    expect(signature).toBe(createHmac('sha256', 'cs_1&').update(signatureBase('GET', url)).digest('base64'));
  });

  it('never uses a nonce twice while its source of chance moves on', async () => {
    let draws = 0;
    const sign = oauth1({ key: 'ck_1', secret: 'cs_1' }, clock, () => ((draws += 7) % 101) / 101);
    const target = new URL('http://127.0.0.1/wp-json/wc/v3/products');
    const [first, second] = [await sign('GET', target), await sign('GET', target)];
    expect(first.url.searchParams.get('oauth_nonce')).not.toBe(second.url.searchParams.get('oauth_nonce'));
  });
});
