import { z } from 'zod';
import { brandId, type WixProductId } from '../../core/ids';
import { rankBalanced } from '../../core/rank-balanced';
import { rankHelpful } from '../../core/rank-helpful';
import { canonicalRating } from '../../core/canonical-rating';
import { dayFormat, type DayFormat } from './day-format';
import { readQuery } from './read-json';
import type { ShowcaseQuery } from './showcase';
import type { SiteAnswer } from './site-types';
import { sitePhotos } from './site-photos';
import { siteReview } from './site-review';
import { visitorHandler, type VisitorCall } from './visitor-handler';

const HELPFUL = 10;
/** As many as one call answers. */
const CANDIDATES = 100;
const WITH_FILES = 100;

const Query = z.strictObject({
  show: z.enum(['helpful', 'photos', 'both'], 'helpful, photos or both'),
  product: z.string().min(1, 'a product id').max(36, 'a product id').optional(),
  min: z.enum(['1', '2', '3', '4', '5'], 'whole stars from 1 to 5').optional(),
  rank: z.enum(['helpful', 'balanced'], 'helpful or balanced').optional(),
  /** What the page says its language is, which may be anything. */
  lang: z.string().max(35, 'a language').optional(),
});

type Asked = z.output<typeof Query>;

/** `GET site/reviews`: everything a widget paints first, in one answer. */
export const getSiteReviews = visitorHandler(async (call): Promise<SiteAnswer> => {
  const asked = readQuery(call.request, Query);
  const dayOf = dayFormat(asked.lang ?? 'en');
  const [helpful, photos] = await Promise.all([
    asked.show === 'photos' ? [] : helpfulReviews(call, asked, dayOf),
    asked.show === 'helpful' ? sitePhotos([], dayOf) : photosOf(call, asked, dayOf),
  ]);
  return { helpful, photos };
});

async function helpfulReviews({ showcase, nowMs }: VisitorCall, asked: Asked, dayOf: DayFormat): Promise<SiteAnswer['helpful']> {
  const isBalanced = asked.rank === 'balanced';
  const found = await showcase.mostHelpful(queryOf(asked, isBalanced ? CANDIDATES : HELPFUL));
  const ranked = isBalanced ? rankBalanced(found, nowMs) : rankHelpful(found);
  return ranked.slice(0, HELPFUL).map((review) => siteReview(review, dayOf));
}

async function photosOf({ showcase }: VisitorCall, asked: Asked, dayOf: DayFormat): Promise<SiteAnswer['photos']> {
  const found = await showcase.withFiles(queryOf(asked, WITH_FILES));
  // With both lists asked for, both calls are spent: sizes that are missing stay unknown.
  return sitePhotos(asked.show === 'both' ? found : await showcase.complete(found), dayOf);
}

function queryOf({ product, min }: Asked, limit: number): ShowcaseQuery {
  return { productId: product === undefined ? null : brandId<WixProductId>(product), minRating: canonicalRating(min), limit };
}
