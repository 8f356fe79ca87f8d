import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { betweenShops } from '../support/between-shops';
import type { PairOfShops } from '../support/pair-of-shops';
import type { SharedProduct } from '../support/sandbox-client';

const shape = z.object({ items: z.array(z.object({ state: z.string(), code: z.string().nullable(), onWix: z.boolean(), inStore: z.boolean() })) });
const GONE = { state: 'skipped', code: 'PRODUCT_GONE', onWix: false, inStore: true };

let shops: PairOfShops;

betweenShops((both) => { shops = both; }, { products: 3 });

/** A product that both shops sell, with a review by a visitor of either. */
async function productWithReviews(place: number): Promise<SharedProduct> {
  const product = (await shops.sandbox.sharedProducts())[place] ?? expect.fail('Expected more shared products');
  await shops.sandbox.writeOnWix(product, shops.somebody(`Of ${product.name}, on Wix.`));
  await shops.sandbox.writeInStore(product, shops.somebody(`Of ${product.name}, in the store.`));
  await shops.sandbox.settle();
  expect(await shops.inStore(`Of ${product.name}, on Wix.`)).toBeDefined();
  expect(await shops.onWix(`Of ${product.name}, in the store.`)).toBeDefined();
  return product;
}

async function deleteOnWix({ wixId }: SharedProduct, deletedProduct: 'tells' | 'silent' | 'keeps-reviews'): Promise<void> {
  await shops.turn({ deletedProduct });
  await shops.sandbox.wix.call('deleteProduct', wixId);
  await shops.sandbox.settle();
}

/** What the list says of a product's pairs, each once. */
async function said({ name }: SharedProduct): Promise<readonly unknown[]> {
  const { items } = shape.parse(await shops.get(`sync/links?per=100&q=${encodeURIComponent(name)}`));
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

async function sweep(): Promise<void> {
  await shops.post('sync/backfill', { action: 'sweep' });
  await shops.workUntil(({ run }) => run?.kind === 'sweep' && run.state !== 'running');
  await shops.workUntilQuiet();
  await shops.sandbox.settle();
}

const ofStore = async ({ storeId }: SharedProduct): Promise<readonly unknown[]> => (await shops.sandbox.storeReviews()).filter(({ productId }) => productId === storeId);

describe('a product deleted on Wix', () => {
  it('takes none of the store\'s reviews along, whether Wix tells of its reviews, deletes them silently or keeps them, and no later sweep does', async () => {
    const [told, silent, kept] = [await productWithReviews(0), await productWithReviews(1), await productWithReviews(2)];
    const inStore = [await ofStore(told), await ofStore(silent), await ofStore(kept)];
    await shops.sandbox.clearLog();
    await deleteOnWix(told, 'tells');
    await deleteOnWix(silent, 'silent');
    await deleteOnWix(kept, 'keeps-reviews');
    await shops.workUntilQuiet();
    expect(await said(told)).toEqual([GONE]);
    expect(await shops.get('setup/products?view=gone')).toMatchObject({ items: [{ storeName: told.name, goneFrom: 'wix' }] });

    await sweep();
    expect(await said(silent)).toEqual([GONE]);
    await sweep();
    expect([await said(told), await said(silent)]).toEqual([[GONE], [GONE]]);
    expect((await said(kept)).filter((item) => !JSON.stringify(item).includes('in-step'))).toEqual([]);
    expect([await ofStore(told), await ofStore(silent), await ofStore(kept)]).toEqual(inStore);
    expect([await shops.writes('store'), await shops.writes('wix')]).toEqual([[], []]);

    await shops.sandbox.writeInStore(told, shops.somebody('Came too late.'));
    await shops.sandbox.settle();
    expect(shape.parse(await shops.get('sync/links?state=unmatched')).items).toContainEqual({ state: 'unmatched', code: 'PRODUCT_UNMATCHED', onWix: false, inStore: true });
    expect(await shops.onWix('Came too late.')).toBeUndefined();
  }, 240_000);
});
