import { fingerprints } from '../../core/fingerprint';
import { lowestRating } from '../../core/lowest-rating';
import type { Done } from './done';
import { dueIfMarked } from './due-if-marked';
import { happened, STAYS } from './happened';
import { stateFor } from './link-state';
import { isNewCopy } from './made-copy';
import { owesReply } from './prints';
import type { PatchOptions } from './rows';
import type { SyncSession } from './session';
import type { LinkRow, LinkState } from './tables';

/**
 * Writes down what a settle ended with and lets go of the link. When somebody marked it meanwhile the row says so,
 * and the link is due again at once. 1 call, 2 when it was marked.
 */
export async function record(session: SyncSession, owned: LinkRow, done: Done): Promise<LinkRow> {
  const { rows, clock } = session;
  const nowMs = clock.nowMs();
  const result = await rows.patch('links', owned._id, { set: settled(session, owned, done, nowMs) });
  if (result.kind === 'missing') return owned;
  if (result.row.marks === owned.marks && isBack(owned, done)) return forgetGone(session, result.row);
  return dueIfMarked(session, owned, result.row);
}

/** It was said to be deleted and is there all the same: left standing, the word would pass for proof some other day. */
function isBack({ gone }: LinkRow, { wix, store }: Done): boolean {
  return (gone === 'wix' && wix !== null) || (gone === 'store' && store !== null && !store.trashed);
}

async function forgetGone({ rows }: SyncSession, link: LinkRow): Promise<LinkRow> {
  const result = await rows.patch('links', link._id, { set: { gone: null } });
  return result.kind === 'applied' ? result.row : link;
}

function settled({ runAtMs = null }: SyncSession, owned: LinkRow, done: Done, nowMs: number): PatchOptions<LinkRow>['set'] {
  return {
    state: stateAfter(done),
    birth: owned.birth,
    code: done.tombstone ? null : done.code,
    outcome: done.outcome ?? (done.base !== null ? 'matched' : null),
    wixReviewId: done.wix?.id ?? owned.wixReviewId,
    wixProductId: done.wix?.productId ?? owned.wixProductId,
    contactId: done.wix?.contactId ?? owned.contactId,
    wixRevision: done.wix?.revision ?? owned.wixRevision,
    storeReviewId: done.store?.id ?? owned.storeReviewId,
    storeProductId: done.store?.productId ?? owned.storeProductId,
    wixSeen: done.wix === null ? owned.wixSeen : fingerprints(done.wix.fields),
    storeSeen: done.store === null ? owned.storeSeen : fingerprints(done.store.fields),
    base: done.base,
    // The fewer of both: the inbox lays by what it knows to have many stars, and one side's would hide the other's.
    rating: lowestRating([done.wix?.fields.rating, done.store?.trashed === true ? null : done.store?.fields.rating]) ?? owned.rating,
    intent: null,
    attempts: 0,
    ...(isNewCopy(owned, done) ? { runAtMs } : {}),
    leaseUntilMs: 0,
    dueAtMs: isNewCopy(owned, done) && lacksReply(done) ? nowMs : (done.againAtMs ?? null),
    ...(done.pictures === undefined ? {} : { pictures: done.pictures }),
    ...toldOf(owned, done, nowMs),
  };
}

/** A reason that is new is worth a line of its own; one that is merely still there is not. */
function toldOf(owned: LinkRow, { event, code }: Done, nowMs: number): Partial<LinkRow> {
  if (event !== null) return happened(owned, nowMs, event, code);
  return code === null || code === owned.code ? {} : happened(owned, nowMs, STAYS, code);
}

/** A copy is made without the shop's answer, which is carried like any other change. */
function lacksReply({ base, wix, store }: Done): boolean {
  return base !== null && wix !== null && store !== null && owesReply(base, { wix: wix.fields, store: store.fields });
}

function stateAfter(done: Done): LinkState {
  if (done.tombstone) return 'gone';
  if (done.code !== null) return stateFor(done.code);
  return done.wix !== null && done.store !== null && !done.store.trashed ? 'in-step' : 'waiting';
}
