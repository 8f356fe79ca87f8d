import type { ShownFile, ShownReview } from '../../core/shown-review';

/** The shapes that travel to a visitor's browser: published words and nothing about the person behind them. */

export interface SiteReview extends Omit<ShownReview, 'files' | 'unhelpful' | 'helpfulness'> {
  /** The day of `writtenAt` as the page's language writes it; empty when that is no date. */
  readonly writtenOn: string;
}

export interface SiteFile extends ShownFile {
  /** Place of its review in `reviews`. */
  readonly review: number;
}

export interface SitePhotos {
  readonly reviews: readonly SiteReview[];
  readonly files: readonly SiteFile[];
}

/** Answer of `GET site/reviews`: a whole first paint. What was not asked for is empty. */
export interface SiteAnswer {
  readonly helpful: readonly SiteReview[];
  readonly photos: SitePhotos;
}
