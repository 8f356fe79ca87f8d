import { expect, it } from 'vitest';
import { z } from 'zod';
import { betweenShops } from '../support/between-shops';
import type { PairOfShops } from '../support/pair-of-shops';

const shape = z.object({ items: z.array(z.object({ state: z.string(), code: z.string().nullable() }).loose()) });

let shops: PairOfShops;

betweenShops((both) => { shops = both; }, { walked: false });

it('a product deleted for good in the store leaves its reviews on Wix, says so in Setup and in the list, and sends nothing new there', async () => {
  await shops.pair('Its product went away.');
  await shops.sandbox.store.call('deleteProduct', shops.product.storeId);
  await shops.sandbox.settle();
  expect(await shops.inStore('Its product went away.')).toBeUndefined();
  expect(await shops.onWix('Its product went away.')).toBeDefined();
  // What does not fit into the store's message is done by the next entrances.
  await shops.workUntilQuiet();
  const rows = shape.parse(await shops.get(`sync/links?q=${encodeURIComponent(shops.product.name)}`)).items;
  expect(rows.length).toBeGreaterThan(1);
  expect(new Set(rows.map(({ state, code }) => `${state} ${String(code)}`))).toEqual(new Set(['skipped PRODUCT_GONE']));
  expect(await shops.get('setup/products?view=gone')).toMatchObject({ items: [{ storeName: shops.product.name, goneFrom: 'store' }] });

  await shops.sandbox.writeOnWix(shops.product, shops.somebody('Came too late.'));
  await shops.sandbox.settle();
  expect(shape.parse(await shops.get('sync/links?state=unmatched')).items).toMatchObject([{ code: 'PRODUCT_UNMATCHED', wixProductId: shops.product.wixId }]);
  expect(await shops.writes('wix')).toEqual([]);
  expect(await shops.writes('store')).toEqual([]);
});
