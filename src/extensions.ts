import { app } from '@wix/astro/builders';
import dataCollections from './backend/collections/data-collections.extension';
import appInstalled from './backend/events/app-installed.extension';
import appRemoved from './backend/events/app-removed.extension';
import contactDeleted from './backend/events/contact-deleted.extension';
import contactMerged from './backend/events/contact-merged.extension';
import fileReady from './backend/events/file-ready.extension';
import reviewCreated from './backend/events/review-created.extension';
import reviewDeleted from './backend/events/review-deleted.extension';
import reviewModerationStatusChanged from './backend/events/review-moderation-status-changed.extension';
import reviewPublished from './backend/events/review-published.extension';
import reviewUpdated from './backend/events/review-updated.extension';
import inbox from './dashboard/pages/inbox/inbox.extension';
import setup from './dashboard/pages/setup/setup.extension';
import sync from './dashboard/pages/sync/sync.extension';
import productReviews from './site/plugins/product-reviews/product-reviews.extension';
import helpfulReviews from './site/widgets/helpful-reviews/helpful-reviews.extension';
import mediaGallery from './site/widgets/media-gallery/media-gallery.extension';

/** Every extension of the app. One that is missing here is missing everywhere, without a word. */
export default app()
  .use(dataCollections)
  .use(appInstalled)
  .use(appRemoved)
  .use(reviewCreated)
  .use(reviewUpdated)
  .use(reviewDeleted)
  .use(reviewModerationStatusChanged)
  .use(reviewPublished)
  .use(contactMerged)
  .use(contactDeleted)
  .use(fileReady)
  .use(sync)
  .use(setup)
  .use(inbox)
  .use(helpfulReviews)
  .use(mediaGallery)
  .use(productReviews);
