import type { StoreReviewId } from '../../../core/ids';
import type { Edits } from '../../../core/plan-types';
import { SyncError } from '../../../core/sync-error';
import type { StoreReview } from '../store';
import { batch } from './batch';
import { clampRating } from './clamp-rating';
import type { Send } from './request';
import { wireId } from './wire-id';
import { wireText } from './wire-text';

export function updateReview(send: Send, id: StoreReviewId, edits: Edits): Promise<StoreReview> {
  return writeReview(send, id, toWire(edits));
}

/** Writes some of a review's fields, through a batch of one. */
export async function writeReview(send: Send, id: StoreReviewId, fields: object): Promise<StoreReview> {
  const [item] = await batch(send, 'update', [{ id: wireId(id), ...fields }]);
  if (item === undefined) throw new SyncError('STORE_NOT_RECOGNISED', { field: 'update', got: '0 results', expected: '1' });
  if (item.kind === 'refused') throw item.error;
  return item.review;
}

function toWire({ body, rating, author }: Edits): object {
  // WooCommerce ignores a rating of 0, so stars cannot be taken away and it would look done.
  if (rating === null) throw new SyncError('CANNOT_EDIT', { field: 'rating', got: 'none', expected: '1 to 5' });
  return {
    ...(body === undefined ? {} : { review: wireText(body) }),
    ...(rating === undefined ? {} : { rating: clampRating(rating) }),
    ...(author === undefined ? {} : { reviewer: wireText(author) }),
  };
}
