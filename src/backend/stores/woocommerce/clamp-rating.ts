import type { Rating } from '../../../core/review';

const MAX = 5;

/** WooCommerce stores a 9 without complaint, so what is sent is kept within 1 and 5 whatever the caller's types say. */
export function clampRating(rating: Rating): number {
  return Math.min(MAX, Math.max(1, Math.round(rating)));
}
