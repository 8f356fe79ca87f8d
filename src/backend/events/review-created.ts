import { reviews } from '@wix/reviews';
import { onReviewEvent } from './on-review-event';

export default reviews.onReviewCreated((event) => onReviewEvent('changed', event));
