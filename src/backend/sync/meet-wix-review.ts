import { SyncError } from '../../core/sync-error';
import { canCross } from './can-cross';
import { claim } from './claim';
import { isEcho } from './is-echo';
import { isOurCopy } from './is-our-copy';
import { leased, wixBornLink } from './new-link';
import { sentByCreate } from './prints';
import type { SyncSession } from './session';
import { renamedLinks } from './renamed-links';
import { settle } from './settle';
import type { LinkRow } from './tables';
import type { WixReviewEvent } from './wix-review-event';

/** A Wix review was written or changed. At most 8 calls for a new one that goes to the store, 2 for an echo; 1 more where contacts were merged. */
export async function meetWixReview(session: SyncSession, event: WixReviewEvent): Promise<void> {
  const { rows, clock } = session;
  const fresh = freshLink(session, event);
  const renamed = (await renamedLinks(session, [event.reviewId])).get(event.reviewId);
  if (renamed !== undefined && renamed._id !== fresh._id) {
    await lookAgain(session, renamed, event);
    return;
  }
  if ((await rows.insert('links', fresh)) === 'inserted') {
    await settle(session, fresh, { fresh: true });
    return;
  }
  const link = await rows.get('links', fresh._id);
  if (link === null || isEcho(link, event, clock.nowMs())) return;
  // One contact has one review of a product: another id means that the earlier one is gone, whatever its event says.
  const replaced = link.wixReviewId !== null && link.wixReviewId !== event.reviewId;
  // Kept at once: when the copy is gone by now, its id is what tells a deletion from a copy that was never made.
  const told = isOurCopy(link, event, session.store.capabilities.holds) ? { wixReviewId: event.reviewId } : {};
  const owned = await claim(session, link, replaced ? makesRoom(link) : told);
  if (owned === null) {
    comeAgain(replaced);
    return;
  }
  const settled = owned.state === 'gone' ? owned : await settle(session, owned);
  if (settled.state === 'gone' && (replaced || owned.state === 'gone')) await startOver(session, settled, fresh);
  else if (settled.state !== 'blocked') comeAgain(replaced);
}

/** Where the other review was left alone on purpose, what is written anew is no part of that. */
function makesRoom({ code }: LinkRow): Partial<LinkRow> {
  return code === 'COUNTERPART_GONE' ? { gone: 'wix', code: null } : { gone: 'wix' };
}

/** The review's row goes by the contact it had before. */
async function lookAgain(session: SyncSession, link: LinkRow, event: WixReviewEvent): Promise<void> {
  if (isEcho(link, event, session.clock.nowMs())) return;
  const owned = await claim(session, link);
  if (owned !== null) await settle(session, owned);
}

/** The row can hold one review, and still holds the earlier one: only Wix remembers the new one until then. */
function comeAgain(replaced: boolean): void {
  if (replaced) throw new SyncError('BUSY', { field: 'review', got: 'one that replaces another', expected: 'the other to be dealt with' });
}

/**
 * The row as it goes in: owned by us, and with the intent already on it, which saves the call that would write it
 * just before the create.
 */
function freshLink(session: SyncSession, event: WixReviewEvent): LinkRow {
  const nowMs = session.clock.nowMs();
  const link = leased(wixBornLink(session.instanceId, event, nowMs), nowMs);
  const crosses = event.review !== null && canCross(session, 'wix', event.review.fields).kind === 'create';
  return crosses ? { ...link, intent: { kind: 'create', on: 'store', sent: sentByCreate(event.review.fields) } } : link;
}

/** A tombstone whose pair got a new review: the row begins a new life, its counters go on. */
async function startOver(session: SyncSession, tombstone: LinkRow, fresh: LinkRow): Promise<void> {
  const reborn: LinkRow = { ...fresh, marks: tombstone.marks, turn: tombstone.turn };
  await session.rows.saveMany('links', [reborn]);
  await settle(session, reborn, { fresh: true });
}
