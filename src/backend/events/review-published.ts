import { reviews } from '@wix/reviews';
import { onReviewEvent } from './on-review-event';

export default reviews.onReviewPublished((event) => onReviewEvent('changed', event));
