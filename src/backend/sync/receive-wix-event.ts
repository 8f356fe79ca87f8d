import { mayMatter } from '../../core/attention';
import { CallBudget } from './call-budget';
import { currentConnection } from './current-connection';
import { deliverDue } from './deliver-alerts';
import { drainWhenDue } from './drain';
import { INVOCATION_CALLS } from './invocation-calls';
import { meetDeletion } from './meet-deletion';
import { meetWixReview } from './meet-wix-review';
import { noteWhilePaused } from './note-while-paused';
import { openIfConnected } from './open-if-connected';
import { receiveErasure } from './receive-erasure';
import type { SessionOpener } from './session';
import type { WixReviewEvent } from './wix-review-event';

/**
 * The entrance of all five Wix review events. Returns when the event is safe: carried across, or on record to be.
 * Throws when it is not, so that Wix sends it again.
 */
export async function receiveWixEvent(event: WixReviewEvent, opener: SessionOpener): Promise<void> {
  if (isOwnCreate(event)) {
    await tellOfCopied(event, opener);
    return;
  }
  if (event.erased && event.kind === 'deleted') {
    await receiveErasure(event, opener);
    return;
  }
  // A site without a store has nothing to keep in step; the backfill after connecting meets every review.
  const site = opener.openSite(event.instanceId, new CallBudget(INVOCATION_CALLS));
  const connection = await currentConnection(site);
  if (connection === null) return;
  if (connection.paused) {
    await noteWhilePaused(site, connection, event);
    return;
  }
  const session = await openIfConnected(opener, site, connection);
  if (session === null) return;
  await (event.kind === 'deleted' ? meetDeletion(session, event) : meetWixReview(session, event));
  await drainWhenDue(session);
}

/** Reviews begin at it and go up by one with each change. */
const FIRST_REVISION = '1';

/**
 * Says, without a call, that an event is only our own create coming back: we caused it and nothing happened since. A
 * backfill makes hundreds of them in a minute, and calls are rationed. Whatever such an event does not prove (the
 * field may be missing, an update of ours may have met somebody else's) takes the way of any other event.
 */
function isOwnCreate({ kind, ours, review }: WixReviewEvent): boolean {
  return kind === 'changed' && ours && review?.revision === FIRST_REVISION;
}

/**
 * A store review that was copied may have left no calls for telling the owner of it. Its copy's echo comes within a
 * second, with calls of its own. 1 call, and only for few stars.
 */
async function tellOfCopied({ review, instanceId }: WixReviewEvent, opener: SessionOpener): Promise<void> {
  if (mayMatter(review?.fields.rating ?? null)) await deliverDue(opener.openSite(instanceId, new CallBudget(INVOCATION_CALLS)));
}
