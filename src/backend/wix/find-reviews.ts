import type { reviews } from '@wix/reviews';
import type { ContactId, WixProductId } from '../../core/ids';
import type { WixReview } from '../sync/wix-port';
import { atMost } from './at-most';
import { callWix, type WixAccess } from './call-wix';
import { NAMESPACE, PAGE_SIZE, reviewPage, UNPUBLISHED_TOO, type ReviewPage } from './review-page';

/** One call, and one more for every further hundred that match: a hundred contacts may have reviewed several of the products. */
export async function findReviews(access: WixAccess, contactIds: readonly ContactId[], productIds: readonly WixProductId[]): Promise<readonly WixReview[]> {
  atMost(PAGE_SIZE, 'contactIds', contactIds);
  if (contactIds.length === 0 || productIds.length === 0) return [];
  const filter = { namespace: NAMESPACE, entityId: { $in: [...productIds] }, 'author.contactId': { $in: [...contactIds] } };
  let page = await request(access, { filter, cursorPaging: { limit: PAGE_SIZE } });
  const found = [...page.reviews];
  while (page.next !== null) {
    page = await request(access, { cursorPaging: { limit: PAGE_SIZE, cursor: page.next } });
    found.push(...page.reviews);
  }
  return found;
}

async function request({ client, budget }: WixAccess, query: reviews.ReviewQuery): Promise<ReviewPage> {
  return reviewPage(await callWix<unknown>(budget, () => client.queryReviews(query, { ...UNPUBLISHED_TOO })));
}
