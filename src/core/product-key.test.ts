import { describe, expect, it } from 'vitest';
import { brandId, type StoreProductId, type WixProductId } from './ids';
import { productKey, productOfKey, type ProductIds } from './product-key';

const onWix = brandId<WixProductId>('w-1');
const inStore = brandId<StoreProductId>('7');

describe('the key of a product', () => {
  it.each<[string, ProductIds, string | null]>([
    ['its Wix id', { wixProductId: onWix, storeProductId: null }, 'w-1'],
    ['its Wix id when the store has it too', { wixProductId: onWix, storeProductId: inStore }, 'w-1'],
    ['marked as the store’s while only the store has it', { wixProductId: null, storeProductId: inStore }, 'store:7'],
    ['nothing where neither is known', { wixProductId: null, storeProductId: null }, null],
  ])('is %s', (_, ids, key) => {
    expect(productKey(ids)).toBe(key);
  });

  it.each<ProductIds>([{ wixProductId: onWix, storeProductId: null }, { wixProductId: null, storeProductId: inStore }])('says again what it was made of: %o', (ids) => {
    expect(productOfKey(productKey(ids) ?? '')).toEqual(ids);
  });

  it('of Wix may look like a number of the store', () => {
    expect(productOfKey('7')).toEqual({ wixProductId: '7', storeProductId: null });
  });
});
