import { isMassChange } from '../../core/mass-change';
import { isSyncError } from '../../core/sync-error';
import { startSweep } from './run';
import { isStoreShut } from './is-store-shut';
import type { SyncSession } from './session';
import { meetStorePage } from './walk-store';
import { meetWixPage } from './walk-wix';
import type { MetPage, PageNews, Walk } from './walk';

export const NEWEST_EVERY_MS = 10 * 60 * 1000;

/** What beginning takes: both lists, the rows of both, and the note that it was done. Whatever is found asks for its own. */
const LOOK_CALLS = 5;
const NOTE_CALLS = 1;
const SWEEP_CALLS = 6;

/**
 * Looks at the newest 100 reviews of both shops, so that one whose event was lost, or a held one without stars, of which
 * WooCommerce sends no word, does not wait for the daily sweep. What is found is followed as if it had been told, by
 * the drain that comes next. When there is more than a page can show, or so much changed that a person has to look,
 * a sweep begins instead. 5 calls when nothing happened; none while a walk is under way, before the first one, and
 * in between. Answers whether it looked: what it left of the calls may be too little for what is due.
 */
export async function lookAtNewestWhenDue(session: SyncSession): Promise<boolean> {
  const { connection, clock, budget, rows } = session;
  if (isStoreShut(session)) return false;
  if (!isDue(session) || !budget.has(LOOK_CALLS)) return false;
  try {
    const outcome = await budget.keeping(NOTE_CALLS, () => lookAtNewest(session));
    // What there were no calls for is still new to the next invocation, which takes it up at once.
    if (outcome === 'stay') return true;
    if (outcome === 'held' && budget.has(SWEEP_CALLS + NOTE_CALLS)) await startSweep(session);
  } catch (error) {
    if (!isSyncError(error)) throw error;
    if (error.code === 'BUDGET_SPENT') return true;
  }
  // A shop that does not answer is asked again when its time comes, as one that did.
  if (budget.has(NOTE_CALLS)) await rows.patch('connections', connection._id, { set: { newestSeenAtMs: clock.nowMs() } });
  return true;
}

function isDue({ connection: { walking, sweptAtMs, newestSeenAtMs }, clock }: SyncSession): boolean {
  return !walking && sweptAtMs !== null && clock.nowMs() - Math.max(sweptAtMs, newestSeenAtMs ?? 0) >= NEWEST_EVERY_MS;
}

async function lookAtNewest(session: SyncSession): Promise<MetPage['kind']> {
  const onWix = await meetWixPage(session, await session.wix.newestReviews(), WALK);
  if (onWix.kind !== 'met') return onWix.kind;
  return (await meetStorePage(session, await session.store.newestReviews(), WALK, NOTE_CALLS)).kind;
}

const FULL_PAGE = 100;

/** No walk of the owner's, so nothing is tried anew: what failed keeps its own time. */
const WALK: Walk = { startedAtMs: 0, reopens: false, pushes: false, holds: isTooMuch };

function isTooMuch({ changes, unknown, seen }: PageNews): boolean {
  return unknown >= FULL_PAGE || isMassChange(changes, seen);
}
