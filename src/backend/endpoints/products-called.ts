import type { StoreProductId } from '../../core/ids';
import type { SiteSession } from '../sync/session';

/** What one condition takes. */
const MOST = 100;

/**
 * Products whose name, in either shop, contains `part`. The rows of reviews hold no words to search in, and products
 * are what a merchant knows them by. 2 calls.
 *
 * Limit: of a word that more than a hundred products carry, the first hundred are taken.
 */
export async function productsCalled({ rows }: SiteSession, part: string): Promise<readonly StoreProductId[]> {
  const found = await Promise.all([
    rows.find('products', { where: { storeName: { contains: part } }, limit: MOST }),
    rows.find('products', { where: { wixName: { contains: part } }, limit: MOST }),
  ]);
  return [...new Set(found.flatMap(({ rows: products }) => products.map(({ storeProductId }) => storeProductId)))].slice(0, MOST);
}
