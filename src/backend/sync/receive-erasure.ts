import { isSyncError, SyncError } from '../../core/sync-error';
import { CallBudget } from './call-budget';
import { forgetPerson } from './forget-person';
import { INVOCATION_CALLS } from './invocation-calls';
import { meetDeletion } from './meet-deletion';
import { linkIdOfWix } from './new-link';
import type { SessionOpener, SiteSession, SyncSession } from './session';
import type { LinkRow } from './tables';
import type { WixReviewEvent } from './wix-review-event';

/**
 * Wix deleted a review because a person asked to be forgotten. The copy in the store goes first, as with any deletion;
 * then every row of ours that has to do with them. Throws while the copy could not be removed yet or calls ran out, so
 * that Wix sends the event again: each try finds less to do.
 */
export async function receiveErasure(event: WixReviewEvent, opener: SessionOpener): Promise<void> {
  const site = opener.openSite(event.instanceId, new CallBudget(INVOCATION_CALLS));
  const session = await openOrNull(opener, site);
  if (session !== null) await meetDeletion(session, event);
  const link = await findLink(site, event);
  if (session !== null && link !== null && link.state !== 'gone' && link.dueAtMs !== null) throw new SyncError(link.code ?? 'BUSY');
  await forgetPerson(site, link, link?.contactId ?? event.contactId);
}

/** A site without a store, or one that is paused, has nothing to delete there; what we hold goes all the same. */
async function openOrNull(opener: SessionOpener, site: SiteSession): Promise<SyncSession | null> {
  try {
    return await opener.openSync(site);
  } catch (error) {
    if (isSyncError(error) && error.code === 'NOT_CONNECTED') return null;
    throw error;
  }
}

async function findLink({ rows, instanceId }: SiteSession, event: WixReviewEvent): Promise<LinkRow | null> {
  const named = event.productId === null ? null : await rows.get('links', linkIdOfWix(instanceId, event));
  if (named?.wixReviewId === event.reviewId) return named;
  const { rows: found } = await rows.find('links', { where: { wixReviewId: event.reviewId }, limit: 1, consistent: true });
  return found[0] ?? null;
}
