import { describe, expect, it } from 'vitest';
import { sameStoreAddress } from './same-store-address';

const SHOP = 'https://shop.example';

describe('an address of the same shop', () => {
  it.each([
    ['the address itself', SHOP],
    ['www before it', 'https://www.shop.example'],
    ['http instead of https', 'http://shop.example'],
    ['both', 'http://www.shop.example'],
    ['a closing slash', 'https://shop.example/'],
    ['several', 'https://shop.example//'],
    ['the port that https has anyway', 'https://shop.example:443'],
    ['the port that http has anyway', 'http://shop.example:80'],
    ['capitals', 'https://WWW.Shop.Example'],
    ['the root’s dot', 'https://shop.example./'],
  ])('is %s', (_what, other) => {
    expect(sameStoreAddress(SHOP, other)).toBe(true);
    expect(sameStoreAddress(other, SHOP)).toBe(true);
  });

  it('is one in the same folder, with or without a closing slash', () => {
    expect(sameStoreAddress('https://shop.example/store', 'https://www.shop.example/store/')).toBe(true);
  });

  it('is one written in another alphabet’s own letters', () => {
    expect(sameStoreAddress('https://www.bücher.example', 'https://xn--bcher-kva.example')).toBe(true);
  });
});

describe('an address of another shop', () => {
  it.each([
    ['another name', 'https://other.example'],
    ['a name before it that is not www', 'https://staging.shop.example'],
    ['www as part of a name', 'https://wwwshop.example'],
    ['www within the name', 'https://shop.www.example'],
    ['another ending', 'https://shop.test'],
    ['a folder', 'https://shop.example/de'],
    ['a folder in capitals beside one without', 'https://shop.example/Store'],
    ['another port', 'https://shop.example:8443'],
    ['the port of the other scheme', 'https://shop.example:80'],
  ])('is %s', (_what, other) => {
    expect(sameStoreAddress(SHOP, other)).toBe(false);
    expect(sameStoreAddress(other, SHOP)).toBe(false);
  });

  it('is one in another folder', () => {
    expect(sameStoreAddress('https://shop.example/de', 'https://shop.example/en')).toBe(false);
  });

  it('is whatever is no address, itself included', () => {
    for (const text of ['', 'shop.example', 'https://']) {
      expect(sameStoreAddress(text, text)).toBe(false);
      expect(sameStoreAddress(SHOP, text)).toBe(false);
    }
  });
});
