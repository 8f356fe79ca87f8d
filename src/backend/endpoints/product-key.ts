import { z } from 'zod';
import { brandId, type StoreProductId, type WixProductId } from '../../core/ids';
import type { LinkRow } from '../sync/tables';

/** What names a product: either shop's id, or both. */
export type ProductIds = Pick<LinkRow, 'wixProductId' | 'storeProductId'>;

const PREFIX = 'store:';

/** A product's key as an address may hold it. */
export const ProductKey = z.string().regex(/^(?:store:)?[\w-]{1,60}$/u, 'a product id');

/** The key of a product in addresses: its Wix id, or `store:<id>` while only the store has it. */
export function productKey({ wixProductId, storeProductId }: ProductIds): string | null {
  return wixProductId ?? (storeProductId === null ? null : `${PREFIX}${storeProductId}`);
}

export function productOfKey(key: string): ProductIds {
  return key.startsWith(PREFIX)
    ? { wixProductId: null, storeProductId: brandId<StoreProductId>(key.slice(PREFIX.length)) }
    : { wixProductId: brandId<WixProductId>(key), storeProductId: null };
}
