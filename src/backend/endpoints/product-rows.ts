import type { InstanceId } from '../../core/ids';
import { productRowId } from '../../core/link-id';
import type { ProductMatch } from '../../core/match-products';
import type { StoreProduct } from '../stores/store';
import type { ProductRow } from '../sync/tables';
import type { WixProduct } from '../sync/wix-port';

/** One row per store product, matched or not. */
export function productRows(instanceId: InstanceId, inStore: readonly StoreProduct[], matches: readonly ProductMatch[], onWix: readonly WixProduct[]): readonly ProductRow[] {
  const matchOf = new Map(matches.map((match) => [match.storeProductId, match]));
  const nameOf = new Map(onWix.map(({ id, name }) => [id, name]));
  return inStore.map(({ id, name, slug, sku }) => {
    const match = matchOf.get(id);
    const wixProductId = match?.wixProductId ?? null;
    return {
      _id: productRowId(instanceId, id),
      instanceId,
      storeProductId: id,
      storeName: name,
      storeSlug: slug,
      storeSku: sku,
      wixProductId,
      wixName: wixProductId === null ? null : (nameOf.get(wixProductId) ?? null),
      reason: match?.reason ?? 'none',
      confidence: match?.confidence ?? 0,
      choice: wixProductId === null ? 'left' : (match?.choice ?? 'suggested'),
    };
  });
}
