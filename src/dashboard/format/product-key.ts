import type { LinkItem } from '../../backend/endpoints/api-types';

/** What a product is asked for by: its Wix id, or `store:<id>` while only the store has it. */
export function productKey({ wixProductId, storeProductId }: Pick<LinkItem, 'wixProductId' | 'storeProductId'>): string | null {
  return wixProductId ?? (storeProductId === null ? null : `store:${storeProductId}`);
}
