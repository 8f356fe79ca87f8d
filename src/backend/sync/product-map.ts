import type { StoreProductId, WixProductId } from '../../core/ids';
import { productRowId } from '../../core/link-id';
import type { SiteSession } from './session';

/** The Wix products that these (≤ 100) store products are, as far as a person or an exact match says so. 1 call. */
export async function wixProductsOf({ rows, instanceId }: SiteSession, products: readonly StoreProductId[]): Promise<ReadonlyMap<StoreProductId, WixProductId>> {
  const ids = [...new Set(products)].map((product) => productRowId(instanceId, product));
  const found = await rows.getMany('products', ids);
  return new Map(found.flatMap((row) => (row.choice === 'accepted' && row.wixProductId !== null ? [[row.storeProductId, row.wixProductId] as const] : [])));
}

/** The other way round. 1 call, 2 when many of them are several products in the store. */
export async function storeProductsOf({ rows }: SiteSession, products: readonly WixProductId[]): Promise<ReadonlyMap<WixProductId, StoreProductId>> {
  const wixProductId = [...new Set(products)];
  const where = { wixProductId, choice: 'accepted' } as const;
  const found = await rows.find('products', { where, limit: 100 });
  const more = found.next === null ? [] : (await rows.find('products', { where, limit: 100, cursor: found.next })).rows;
  return new Map([...more, ...found.rows].flatMap((row) => (row.wixProductId === null ? [] : [[row.wixProductId, row.storeProductId] as const])));
}
