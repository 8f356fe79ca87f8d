import type { ShownReview } from '../../core/shown-review';
import type { DayFormat } from './day-format';
import { siteReview } from './site-review';
import type { SiteFile, SitePhotos } from './site-types';

/** No page shows more, and an answer stays small. */
const MAX_FILES = 200;

/** The files of reviews in their order, each pointing at its review, which travels once. */
export function sitePhotos(reviews: readonly ShownReview[], dayOf: DayFormat): SitePhotos {
  const shown = reviews.filter(({ files }) => files.length > 0);
  const files = shown.flatMap((review, place) => review.files.map((file): SiteFile => ({ ...file, review: place })));
  const kept = files.slice(0, MAX_FILES);
  const lastReview = kept.at(-1)?.review ?? -1;
  return { reviews: shown.slice(0, lastReview + 1).map((review) => siteReview(review, dayOf)), files: kept };
}
