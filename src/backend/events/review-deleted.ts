import { reviews } from '@wix/reviews';
import { onReviewEvent } from './on-review-event';

export default reviews.onReviewDeleted((event) => onReviewEvent('deleted', event));
