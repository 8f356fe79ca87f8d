import type { StoreProductId } from '../../core/ids';
import type { LinkRow } from './tables';

/**
 * What makes a Wix review that lost its other half with the store's product due for the product in its place; `null` where there
 * is nothing of the kind. With nothing agreed on, the look that follows finds only the Wix review standing and copies it like
 * one that was never copied. Its pictures came from the store: they stay, and are no longer compared.
 */
export function toSuccessor(link: LinkRow, successor: StoreProductId | undefined, nowMs: number): Partial<LinkRow> | null {
  const { code, wixReviewId, storeProductId, leaseUntilMs } = link;
  if (code !== 'PRODUCT_GONE' || wixReviewId === null || successor === undefined || successor === storeProductId || leaseUntilMs > nowMs) return null;
  return { base: null, pictures: null, dueAtMs: nowMs, attempts: 0 };
}
