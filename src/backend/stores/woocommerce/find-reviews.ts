import type { Email, StoreProductId } from '../../../core/ids';
import { isSyncError } from '../../../core/sync-error';
import type { StoreReview } from '../store';
import { inEveryStatus } from './every-status';
import { readPage } from './page';
import type { Send } from './request';
import { reviewFromWire } from './review-from-wire';
import { wireId } from './wire-id';

export async function findReviews(send: Send, productId: StoreProductId, email: Email): Promise<readonly StoreReview[]> {
  const query = { product: String(wireId(productId)), reviewer_email: email, orderby: 'id', order: 'desc' };
  try {
    const found = await inEveryStatus(async (status) => (await readPage(send, 'products/reviews', { ...query, ...status }, null, reviewFromWire)).items, () => false);
    return [...found].sort((a, b) => wireId(b.id) - wireId(a.id));
  } catch (error) {
    if (isRefusedAddress(error)) return [];
    throw error;
  }
}

/**
 * WordPress takes fewer addresses than we do (none outside ASCII), stores the others as "" and refuses to look for
 * them. Every other parameter here is one it always takes.
 */
function isRefusedAddress(error: unknown): boolean {
  return isSyncError(error) && error.code === 'STORE_REFUSED' && error.details.got === 'HTTP 400 rest_invalid_param';
}
