import type { FindOptions } from '../sync/rows';
import type { SiteSession } from '../sync/session';
import type { LinkRow } from '../sync/tables';
import { productOfKey } from '../../core/product-key';
import type { InEitherShop } from './products-called';

/** The product of a key, and what it is matched with in the store. At most 1 call. */
export async function productsOf({ rows }: SiteSession, key: string): Promise<InEitherShop> {
  const { wixProductId, storeProductId } = productOfKey(key);
  if (wixProductId === null) return { store: storeProductId === null ? [] : [storeProductId], wix: [] };
  const { rows: matched } = await rows.find('products', { where: { wixProductId, choice: ['accepted', 'gone'] }, limit: 100 });
  return { store: matched.map((row) => row.storeProductId), wix: [wixProductId] };
}

/** The condition that a review is about one of these; `null`: there is none it could be about. */
export function reviewsOf({ store, wix }: InEitherShop): NonNullable<FindOptions<LinkRow>['either']> | null {
  const either = [...(store.length === 0 ? [] : [{ storeProductId: store }]), ...(wix.length === 0 ? [] : [{ wixProductId: wix }])];
  return either.length === 0 ? null : either;
}
