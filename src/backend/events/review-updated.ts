import { reviews } from '@wix/reviews';
import { onReviewEvent } from './on-review-event';

export default reviews.onReviewUpdated((event) => onReviewEvent('changed', event));
