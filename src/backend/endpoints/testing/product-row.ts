import { brandId, type StoreProductId, type WixProductId } from '../../../core/ids';
import { productRowId } from '../../../core/link-id';
import type { ProductRow } from '../../sync/tables';
import { SITE } from './fixture';

/** A store product that is matched, unless a test says otherwise. */
export function productRow(id: string, change: Partial<ProductRow> = {}): ProductRow {
  const instanceId = change.instanceId ?? SITE;
  const storeProductId = brandId<StoreProductId>(id);
  return {
    _id: productRowId(instanceId, storeProductId), instanceId, storeProductId, wixProductId: brandId<WixProductId>(`w${id}`),
    storeName: `Product ${id}`, wixName: `Wix ${id}`, reason: 'sku', confidence: 1, choice: 'accepted', ...change,
  };
}

export const UNMATCHED = { choice: 'left', reason: 'none', confidence: 0, wixProductId: null, wixName: null } as const;
