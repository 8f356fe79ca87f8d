import { claim } from './claim';
import { isOurCopy } from './is-our-copy';
import { linkIdOfWix } from './new-link';
import type { SyncSession } from './session';
import { settle } from './settle';
import type { LinkRow } from './tables';
import type { WixReviewEvent } from './wix-review-event';

/** An event says that a review on Wix was deleted: its copy follows, unless policy or a failure keeps it. */
export async function meetDeletion(session: SyncSession, event: WixReviewEvent): Promise<void> {
  const link = await findDeleted(session, event);
  if (link === null || link.state === 'gone') return;
  const owned = await claim(session, link, { gone: 'wix' });
  if (owned !== null) await settle(session, owned);
}

/** With the entity the row's name is known. Without it, and only then, rows are searched by a field that has no index. */
async function findDeleted({ rows, instanceId, store }: SyncSession, event: WixReviewEvent): Promise<LinkRow | null> {
  const named = event.productId === null ? null : await rows.get('links', linkIdOfWix(instanceId, event));
  if (named !== null) return named.wixReviewId === event.reviewId || isOurCopy(named, event, store.capabilities.holds) ? named : null;
  const { rows: found } = await rows.find('links', { where: { wixReviewId: event.reviewId }, limit: 1, consistent: true });
  return found[0] ?? null;
}
