import type { StoreReviewId } from '../../../core/ids';
import type { StoreReview } from '../store';
import type { Send } from './request';
import { statusToWoo } from './status-table';
import { writeReview } from './update-review';

export function setStatus(send: Send, id: StoreReviewId, status: 'published' | 'hidden'): Promise<StoreReview> {
  return writeReview(send, id, { status: statusToWoo(status) });
}
