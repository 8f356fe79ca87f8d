import { SyncError } from '../../core/sync-error';
import { CallBudget } from './call-budget';
import { findLink } from './find-link';
import { forgetPerson } from './forget-person';
import { INVOCATION_CALLS } from './invocation-calls';
import { currentConnection } from './current-connection';
import { meetDeletion } from './meet-deletion';
import type { SessionOpener, SiteSession, SyncSession } from './session';
import type { WixReviewEvent } from './wix-review-event';

/**
 * Wix deleted a review because a person asked to be forgotten. The copy in the store goes first, as with any deletion;
 * then every row of ours that has to do with them. Throws while the copy could not be removed yet or calls ran out, so
 * that Wix sends the event again: each try finds less to do.
 */
export async function receiveErasure(event: WixReviewEvent, opener: SessionOpener): Promise<void> {
  const site = opener.openSite(event.instanceId, new CallBudget(INVOCATION_CALLS));
  // Without a store there is nothing to delete there; what we hold goes all the same.
  const session = await openForErasure(opener, site, event);
  if (session !== null) await meetDeletion(session, event);
  const link = await findLink(site, event);
  if (session !== null && link !== null && link.state !== 'gone' && link.dueAtMs !== null) throw new SyncError(link.code ?? 'BUSY');
  await forgetPerson(site, link, link?.contactId ?? event.contactId);
}

/** `null` without a store. A pause stops syncing, not erasing. A store we cannot get at is put on record, and asked for again. */
async function openForErasure(opener: SessionOpener, site: SiteSession, event: WixReviewEvent): Promise<SyncSession | null> {
  const connection = await currentConnection(site);
  if (connection === null) return null;
  try {
    return await opener.openSync(site, { ...connection, paused: false });
  } catch (error) {
    const link = await findLink(site, event);
    if (link !== null && link.state !== 'gone') await site.rows.patch('links', link._id, { set: { gone: 'wix', dueAtMs: Math.max(site.clock.nowMs(), link.leaseUntilMs) }, increment: { marks: 1 } });
    throw error;
  }
}
