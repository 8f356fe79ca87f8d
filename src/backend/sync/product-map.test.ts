import { describe, expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type StoreProductId, type WixProductId } from '../../core/ids';
import { productRowId } from '../../core/link-id';
import { storeProductsOf, wixProductsOf } from './product-map';
import type { ProductRow } from './tables';

const inStore = (number: number): StoreProductId => brandId(`sp${number}`);
const onWix = (number: number): WixProductId => brandId(`wp${number}`);

/** Says of product 2 whatever a test needs said. */
function siteWith(over: Partial<ProductRow>): TestSite {
  const site = new TestSite();
  const row: ProductRow = {
    _id: productRowId(INSTANCE, inStore(2)), instanceId: INSTANCE, storeProductId: inStore(2), wixProductId: onWix(2), storeName: 'Mug', wixName: 'Mug',
    reason: 'name', confidence: 1, choice: 'accepted', ...over,
  };
  site.put('products', row);
  return site;
}

const unusable: readonly [string, Partial<ProductRow>][] = [
  ['a match that is only suggested', { choice: 'suggested' }],
  ['a match that somebody undid', { choice: 'left' }],
  ['a product that has no counterpart', { wixProductId: null }],
];

describe('the Wix products of store products', () => {
  it('are told in one call, each asked for once, unknown ones left out', async () => {
    const site = siteWith({});
    const found = await site.run((session) => wixProductsOf(session, [inStore(1), inStore(2), inStore(1), inStore(9)]));
    expect([...found]).toEqual([[inStore(1), onWix(1)], [inStore(2), onWix(2)]]);
    expect(site.calls).toEqual(['rows.get', 'rows.getMany']);
  });

  it('never exceed what one read takes, however many reviews of a product a page holds', async () => {
    const site = siteWith({});
    const page = Array.from({ length: 250 }, (_, index) => inStore(1 + (index % 2)));
    expect((await site.run((session) => wixProductsOf(session, page))).size).toBe(2);
  });

  it.each(unusable)('do not include %s', async (_, over) => {
    const found = await siteWith(over).run((session) => wixProductsOf(session, [inStore(2)]));
    expect(found.size).toBe(0);
  });
});

describe('the store products of Wix products', () => {
  it('are told in one call, unknown ones left out', async () => {
    const site = siteWith({});
    const found = await site.run((session) => storeProductsOf(session, [onWix(2), onWix(1), onWix(1), onWix(9)]));
    expect(new Map(found)).toEqual(new Map([[onWix(1), inStore(1)], [onWix(2), inStore(2)]]));
    expect(site.calls).toEqual(['rows.get', 'rows.find']);
  });

  it.each(unusable)('do not include %s', async (_, over) => {
    const found = await siteWith(over).run((session) => storeProductsOf(session, [onWix(2)]));
    expect(found.size).toBe(0);
  });

  it('belong to the products asked for: another match of the site is not told', async () => {
    const found = await siteWith({}).run((session) => storeProductsOf(session, [onWix(1)]));
    expect([...found.keys()]).toEqual([onWix(1)]);
  });
});
