import type { StoreReviewId } from '../../../core/ids';
import { isGone } from './is-gone';
import type { Send } from './request';
import { wireId } from './wire-id';

/** Without `force`, so that the merchant can take it out of the bin again. */
export async function trashReview(send: Send, id: StoreReviewId): Promise<void> {
  const reply = await send({ method: 'DELETE', path: `products/reviews/${wireId(id)}` });
  if (reply.kind === 'answered' || isGone(reply) || reply.name === 'woocommerce_rest_already_trashed') return;
  throw reply.error;
}
