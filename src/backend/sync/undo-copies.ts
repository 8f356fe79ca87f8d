import { dropPictures } from './carry-pictures';
import { claimAll } from './claim-all';
import { copiesAmong } from './copies-among';
import { happened } from './happened';
import type { SyncSession } from './session';
import type { Step } from './step';
import type { LinkRow, RunRow } from './tables';
import type { Writes } from './writes';

/** The look for the copies, the claim and the record. */
const PAGE_CALLS = 4;
/** Finding the pictures of a copy, deleting their files, and forgetting them. */
const PICTURE_CALLS = 3;

/**
 * Before the first copy goes: should this invocation die now, the event of its deletion must not be followed, since
 * that would delete the original. `settle` does nothing about a row with this code.
 */
const BEGUN: Partial<LinkRow> = { code: 'ROLLED_BACK', base: null, intent: null };

/**
 * Takes copies back that a run, or the app, has made: deleted on Wix with the pictures it was given, moved to the bin in the
 * store. One call each, and three more for pictures, as many as there are calls. The originals stay, with a reason that keeps them from being copied again by themselves. Done twice it ends
 * the same, since a copy that is gone counts as taken back.
 */
export async function undoCopies(session: SyncSession, run: Pick<RunRow, 'kind' | 'undoes'>, reserve: number): Promise<Step> {
  const limit = Math.min(100, session.budget.left - PAGE_CALLS - reserve);
  if (limit < 1) return { kind: 'stay', done: 0 };
  const { rows: links } = await session.rows.find('links', { where: copiesAmong(run), limit, consistent: true });
  if (links.length === 0) return { kind: 'end', done: 0 };
  const free = links.filter((link) => link.leaseUntilMs <= session.clock.nowMs());
  const owned = await claimAll(session, affordable(free, limit), BEGUN);
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

function affordable(links: readonly LinkRow[], calls: number): readonly LinkRow[] {
  let left = calls;
  return links.filter(({ pictures }) => {
    left -= pictures == null ? 1 : 1 + PICTURE_CALLS;
    return left >= 0;
  });
}

async function removeCopy({ wix, store, rows }: SyncSession, link: LinkRow): Promise<void> {
  const { outcome, state, wixReviewId, storeReviewId } = link;
  if (state === 'gone') return;
  if (outcome === 'created-on-wix' && wixReviewId !== null) await wix.deleteReview(wixReviewId);
  if (outcome === 'created-on-wix') await dropPictures({ rows, wix }, link);
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
function withoutCopy({ outcome, pictures }: LinkRow): Partial<LinkRow> {
  switch (outcome) {
    case 'created-on-wix':
      return { wixReviewId: null, wixSeen: null, wixRevision: null, ...(pictures == null ? {} : { pictures: null }) };
    case 'created-in-store':
      return { storeReviewId: null, storeProductId: null, storeSeen: null };
    case 'matched':
    case null:
      return {};
  }
}
