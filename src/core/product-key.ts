import { brandId, type StoreProductId, type WixProductId } from './ids';

/** What names a product: either shop's id, or both. */
export interface ProductIds {
  readonly wixProductId: WixProductId | null;
  readonly storeProductId: StoreProductId | null;
}

const PREFIX = 'store:';

/** The key of a product in addresses: its Wix id, or `store:<id>` while only the store has it. */
export function productKey({ wixProductId, storeProductId }: ProductIds): string | null {
  return wixProductId ?? (storeProductId === null ? null : `${PREFIX}${storeProductId}`);
}

export function productOfKey(key: string): ProductIds {
  return key.startsWith(PREFIX)
    ? { wixProductId: null, storeProductId: brandId<StoreProductId>(key.slice(PREFIX.length)) }
    : { wixProductId: brandId<WixProductId>(key), storeProductId: null };
}
