import type { ContactId } from '../../core/ids';
import type { WixReview } from '../sync/wix-port';
import { callWix, type WixAccess } from './call-wix';
import { NAMESPACE, PAGE_SIZE, reviewPage, UNPUBLISHED_TOO } from './review-page';

export async function reviewsOf({ client, budget }: WixAccess, contactId: ContactId): Promise<readonly WixReview[]> {
  const query = { filter: { namespace: NAMESPACE, 'author.contactId': contactId }, cursorPaging: { limit: PAGE_SIZE } };
  return reviewPage(await callWix<unknown>(budget, () => client.queryReviews(query, { ...UNPUBLISHED_TOO }))).reviews;
}
