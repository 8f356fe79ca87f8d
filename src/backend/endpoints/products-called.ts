import type { StoreProductId, WixProductId } from '../../core/ids';
import type { SiteSession } from '../sync/session';

/** What one condition takes. */
const MOST = 100;

/** Products by the ids each shop has for them. A review may be known by one of the two alone. */
export interface InEitherShop {
  readonly store: readonly StoreProductId[];
  readonly wix: readonly WixProductId[];
}

/**
 * Products of the store, and what they are matched with, whose name in either shop contains `part`. The rows of reviews
 * hold no words to search in, and products are what a merchant knows them by. 2 calls.
 *
 * Limit: of a word that more than a hundred products carry, the first hundred are taken.
 */
export async function productsCalled({ rows }: SiteSession, part: string): Promise<InEitherShop> {
  const found = await Promise.all([
    rows.find('products', { where: { storeName: { contains: part } }, limit: MOST }),
    rows.find('products', { where: { wixName: { contains: part } }, limit: MOST }),
  ]);
  const products = found.flatMap((page) => page.rows);
  return {
    store: [...new Set(products.map(({ storeProductId }) => storeProductId))].slice(0, MOST),
    wix: [...new Set(products.flatMap(({ choice, wixProductId }) => (choice === 'accepted' || choice === 'gone' ? (wixProductId ?? []) : [])))].slice(0, MOST),
  };
}
