import type { WixReviewId } from '../../core/ids';
import type { WixReview } from '../sync/wix-port';
import { atMost } from './at-most';
import { callWix, type WixAccess } from './call-wix';
import { PAGE_SIZE, reviewPage, UNPUBLISHED_TOO } from './review-page';

export async function getReviews({ client, budget }: WixAccess, ids: readonly WixReviewId[]): Promise<readonly WixReview[]> {
  atMost(PAGE_SIZE, 'ids', ids);
  if (ids.length === 0) return [];
  const query = { filter: { _id: { $in: [...ids] } }, cursorPaging: { limit: PAGE_SIZE } };
  const answer = await callWix<unknown>(budget, () => client.queryReviews(query, { ...UNPUBLISHED_TOO }));
  return reviewPage(answer).reviews;
}
