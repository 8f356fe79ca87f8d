import { mayMatter } from '../../core/attention';
import type { StoreReviewId } from '../../core/ids';
import { storeLinkId } from '../../core/link-id';
import type { StoreReview } from '../stores/store';
import { attendLone } from './attend';
import { dueForInbox } from './due-for-inbox';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';
import { callsOf, type Writes } from './writes';

/** A look, its item, and a word on who was not told yet. */
const ATTEND_CALLS = 3;

/**
 * The inbox's part for reviews a walk keeps alone: those that are news, and those that say something else by now. What
 * there are no calls for is taken out of `writes` again, so that the next try meets it as unknown. `false`: some were.
 */
export async function attendPage(session: SyncSession, reviews: readonly StoreReview[], lone: ReadonlyMap<StoreReviewId, LinkRow>, writes: Writes, reserve: number): Promise<boolean> {
  let complete = true;
  for (const review of reviews) {
    const id = storeLinkId(session.instanceId, review.id);
    const before = lone.get(review.id) ?? null;
    const row = writes.insert.find(({ _id }) => _id === id) ?? (before !== null && writes.patch.some((patch) => patch.id === id) ? before : null);
    if (row === null || !concerns(session, review, before)) continue;
    const kept = callsOf(writes) + reserve;
    if (session.budget.has(ATTEND_CALLS + kept)) await session.budget.keeping(kept, () => attendLone(session, review, row, before));
    else {
      complete = false;
      writes.insert.splice(0, Infinity, ...writes.insert.filter(({ _id }) => _id !== id));
      writes.patch.splice(0, Infinity, ...writes.patch.filter((patch) => patch.id !== id));
    }
  }
  return complete;
}

function concerns(session: SyncSession, review: StoreReview, before: LinkRow | null): boolean {
  return before === null ? dueForInbox(session, review) !== null : mayMatter(before.rating) || mayMatter(review.fields.rating);
}
