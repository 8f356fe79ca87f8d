import type { StoreReviewId } from '../../../core/ids';
import type { StoreReview } from '../store';
import { isGone } from './is-gone';
import type { Send } from './request';
import { REVIEW_FIELDS, reviewFromWire } from './review-from-wire';
import { wireId } from './wire-id';

export async function getReview(send: Send, id: StoreReviewId): Promise<StoreReview | null> {
  const reply = await send({ method: 'GET', path: `products/reviews/${wireId(id)}`, query: { context: 'edit', _fields: REVIEW_FIELDS } });
  if (reply.kind === 'answered') return reviewFromWire(reply.json);
  if (isGone(reply)) return null;
  throw reply.error;
}
