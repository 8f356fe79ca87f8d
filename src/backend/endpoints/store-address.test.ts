import { describe, expect, it } from 'vitest';
import { storeAddress } from './store-address';

describe('a store’s address', () => {
  it.each([
    ['shop.example', 'https://shop.example'],
    ['https://SHOP.example/', 'https://shop.example'],
    ['https://shop.example/sub/', 'https://shop.example/sub'],
    ['https://shop.example/wp-admin/admin.php?page=wc-settings', 'https://shop.example'],
    ['https://shop.example/?consumer_key=ck#x', 'https://shop.example'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(storeAddress(typed)).toBe(kept);
  });

  it.each([
    ['https://', 'STORE_URL_INVALID'],
    ['ftp://shop.example', 'STORE_URL_INVALID'],
    ['https://ann:pw@shop.example', 'STORE_URL_INVALID'],
    ['http://shop.example', 'STORE_URL_INSECURE'],
    ['https://192.168.0.7', 'STORE_URL_PRIVATE'],
  ])('%s is refused with %s, and not quoted', (typed, code) => {
    expect(() => storeAddress(typed)).toThrow(expect.objectContaining({ code, message: expect.not.stringMatching(/ann|pw@|192/u) }));
  });
});
