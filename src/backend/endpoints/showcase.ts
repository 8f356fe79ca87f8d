import type { WixProductId } from '../../core/ids';
import type { Rating } from '../../core/review';
import type { ShownReview } from '../../core/shown-review';

export interface ShowcaseQuery {
  /** `null`: of every product. */
  readonly productId: WixProductId | null;
  /** `null`: of every rating. */
  readonly minRating: Rating | null;
  readonly limit: number;
}

/** One site's published reviews, as its visitors may see them. */
export interface Showcase {
  /** Most helpful first, newer ones first among equals. 1 call. */
  mostHelpful(query: ShowcaseQuery): Promise<readonly ShownReview[]>;
  /** Only those with pictures or videos, newest first. 1 call. */
  withFiles(query: ShowcaseQuery): Promise<readonly ShownReview[]>;
  /** The same with the sizes and posters that the reviews do not tell. No call when nothing is missing, else 1. */
  complete(reviews: readonly ShownReview[]): Promise<readonly ShownReview[]>;
}
