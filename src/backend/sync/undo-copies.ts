import { claimAll } from './claim-all';
import { copiesAmong } from './copies-among';
import { happened } from './happened';
import type { SyncSession } from './session';
import type { Step } from './step';
import type { LinkRow, RunRow } from './tables';
import type { Writes } from './writes';

/** The look for the copies, the claim and the record. */
const PAGE_CALLS = 4;

/**
 * Before the first copy goes: should this invocation die now, the event of its deletion must not be followed, since
 * that would delete the original. `settle` does nothing about a row with this code.
 */
const BEGUN: Partial<LinkRow> = { code: 'ROLLED_BACK', base: null, intent: null };

/**
 * Takes copies back that a run, or the app, has made: deleted on Wix, moved to the bin in the store. One call each, as many as there
 * are calls. The originals stay, with a reason that keeps them from being copied again by themselves. Done twice it ends
 * the same, since a copy that is gone counts as taken back.
 */
export async function undoCopies(session: SyncSession, run: Pick<RunRow, 'kind' | 'undoes'>, reserve: number): Promise<Step> {
  const limit = Math.min(100, session.budget.left - PAGE_CALLS - reserve);
  if (limit < 1) return { kind: 'stay', done: 0 };
  const { rows: links } = await session.rows.find('links', { where: copiesAmong(run), limit, consistent: true });
  if (links.length === 0) return { kind: 'end', done: 0 };
  const owned = await claimAll(session, links.filter((link) => link.leaseUntilMs <= session.clock.nowMs()), BEGUN);
  if (owned.length === 0) return { kind: 'stay', done: 0 };
  const patches: Writes['patch'] = [];
  try {
    for (const link of owned) {
      await removeCopy(session, link);
      patches.push({ id: link._id, set: takenBack(link, session.clock.nowMs()) });
    }
  } finally {
    if (patches.length > 0) await session.rows.patchMany('links', patches);
  }
  return { kind: 'next', cursor: 'more', done: patches.length };
}

async function removeCopy({ wix, store }: SyncSession, { outcome, state, wixReviewId, storeReviewId }: LinkRow): Promise<void> {
  if (state === 'gone') return;
  if (outcome === 'created-on-wix' && wixReviewId !== null) await wix.deleteReview(wixReviewId);
  if (outcome === 'created-in-store' && storeReviewId !== null) await store.trashReview(storeReviewId);
}

function takenBack(link: LinkRow, nowMs: number): Partial<LinkRow> {
  if (link.state === 'gone') return { runAtMs: null, leaseUntilMs: 0 };
  return {
    ...withoutCopy(link), state: 'skipped', code: 'ROLLED_BACK', outcome: null, base: null, intent: null, gone: null, runAtMs: null,
    leaseUntilMs: 0, dueAtMs: null, ...happened(link, nowMs, 'Copy taken back', 'ROLLED_BACK'),
  };
}

/** Broken off between the deletion and its record, the row may have heard of it already, and holds the original alone: that stays. */
function withoutCopy({ outcome }: LinkRow): Partial<LinkRow> {
  switch (outcome) {
    case 'created-on-wix':
      return { wixReviewId: null, wixSeen: null, wixRevision: null };
    case 'created-in-store':
      return { storeReviewId: null, storeProductId: null, storeSeen: null };
    case 'matched':
    case null:
      return {};
  }
}
