import type { StoreReviewId } from '../../../core/ids';
import type { StoreReview } from '../store';
import { inEveryStatus } from './every-status';
import { readPage } from './page';
import type { Send } from './request';
import { reviewFromWire } from './review-from-wire';
import { wireId } from './wire-id';

/** By far the most are listed, so the spam and the bin are asked only for what the list left open. */
export async function getReviews(send: Send, ids: readonly StoreReviewId[]): Promise<readonly StoreReview[]> {
  const open = new Set(ids);
  if (open.size === 0) return [];
  return inEveryStatus(
    async (status) => {
      const include = [...open].map((id) => String(wireId(id))).join(',');
      const { items } = await readPage(send, 'products/reviews', { ...status, include }, null, reviewFromWire);
      for (const { id } of items) open.delete(id);
      return items;
    },
    () => open.size === 0,
  );
}
