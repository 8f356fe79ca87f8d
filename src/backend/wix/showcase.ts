import type { reviews } from '@wix/reviews';
import { z } from 'zod';
import type { ShownReview } from '../../core/shown-review';
import type { WixProductId } from '../../core/ids';
import type { Rating } from '../../core/review';
import { callWix, type WixAccess } from './call-wix';
import { completeFiles } from './complete-files';
import { readAnswer } from './read-answer';
import { NAMESPACE } from './review-page';
import { shownReviewFromWire } from './shown-review-from-wire';

interface ShowcaseQuery {
  readonly productId: WixProductId | null;
  readonly minRating: Rating | null;
  readonly limit: number;
}

const shape = z.object({ reviews: z.array(z.unknown()).default([]) });

/** What visitors see of one site. Unpublished reviews are never asked for. */
export function createShowcase(access: WixAccess) {
  return {
    mostHelpful: (query: ShowcaseQuery) =>
      request(access, { filter: filterOf(query), sort: [{ fieldName: 'helpfulness', order: 'DESC' }, { fieldName: '_createdDate', order: 'DESC' }], cursorPaging: { limit: query.limit } }),
    withFiles: (query: ShowcaseQuery) =>
      request(access, { filter: { ...filterOf(query), 'content.media': { $isEmpty: false } }, sort: [{ fieldName: '_createdDate', order: 'DESC' }], cursorPaging: { limit: query.limit } }),
    complete: (found: readonly ShownReview[]) => completeFiles(access, found),
  };
}

function filterOf({ productId, minRating }: ShowcaseQuery) {
  return {
    namespace: NAMESPACE,
    ...(productId === null ? {} : { entityId: productId }),
    ...(minRating === null ? {} : { 'content.rating': { $gte: minRating } }),
  };
}

async function request({ client, budget }: WixAccess, query: reviews.ReviewQuery): Promise<readonly ShownReview[]> {
  const answer = readAnswer(shape, await callWix<unknown>(budget, () => client.queryReviews(query, {})));
  return answer.reviews.flatMap((raw) => shownReviewFromWire(raw) ?? []);
}
