import type { Page } from '../stores/store';
import type { WixReview } from '../sync/wix-port';
import { callWix, type WixAccess } from './call-wix';
import { NAMESPACE, PAGE_SIZE, reviewPage, UNPUBLISHED_TOO } from './review-page';

/** A cursor carries the filter and the order of its first page, so a later page sends nothing else. */
export async function listReviews({ client, budget }: WixAccess, cursor: string | null): Promise<Page<WixReview>> {
  const answer = await callWix<unknown>(budget, () =>
    cursor === null
      ? client.queryReviews({ filter: { namespace: NAMESPACE }, sort: [{ fieldName: '_createdDate', order: 'ASC' }], cursorPaging: { limit: PAGE_SIZE } }, { ...UNPUBLISHED_TOO })
      : client.queryReviews({ cursorPaging: { limit: PAGE_SIZE, cursor } }, { ...UNPUBLISHED_TOO }),
  );
  const { reviews, next } = reviewPage(answer);
  return { items: reviews, next, total: null };
}

/** By the day Wix was given them: a review that was copied keeps its first date, and would not be among the newest by that. */
export async function newestReviews({ client, budget }: WixAccess): Promise<readonly WixReview[]> {
  const answer = await callWix<unknown>(budget, () =>
    client.queryReviews({ filter: { namespace: NAMESPACE }, sort: [{ fieldName: '_createdDate', order: 'DESC' }], cursorPaging: { limit: PAGE_SIZE } }, { ...UNPUBLISHED_TOO }),
  );
  return reviewPage(answer).reviews;
}
