import { reviews } from '@wix/reviews';
import { onReviewEvent } from './on-review-event';

export default reviews.onReviewModerationStatusChanged((event) => onReviewEvent('changed', event));
