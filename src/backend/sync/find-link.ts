import { linkIdOfWix } from './new-link';
import type { SiteSession } from './session';
import type { LinkRow } from './tables';
import type { WixReviewEvent } from './wix-review-event';

/** The row of the review an event tells of, by whatever name it goes. 1 or 2 calls. */
export async function findLink({ rows, instanceId }: SiteSession, event: WixReviewEvent): Promise<LinkRow | null> {
  const named = event.productId === null ? null : await rows.get('links', linkIdOfWix(instanceId, event));
  if (named?.wixReviewId === event.reviewId) return named;
  const { rows: found } = await rows.find('links', { where: { wixReviewId: event.reviewId }, limit: 1, consistent: true });
  return found[0] ?? null;
}
