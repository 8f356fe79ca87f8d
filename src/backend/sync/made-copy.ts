import type { Done } from './done';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/** Whether this settle made the copy. */
export function isNewCopy({ outcome }: Pick<LinkRow, 'outcome'>, done: Pick<Done, 'outcome'>): boolean {
  return done.outcome !== outcome && (done.outcome === 'created-on-wix' || done.outcome === 'created-in-store');
}

/**
 * Which review a settle made that could not be recorded in full, since what came after it failed. With its id on record a
 * deletion by a person is known for one, however soon it comes, and a rollback knows whose copy it is. The intent stays:
 * the next look compares the copy with what was sent.
 */
export function madeCopy({ runAtMs = null }: Pick<SyncSession, 'runAtMs'>, owned: LinkRow, done: Done | null): Partial<LinkRow> {
  if (done === null || !isNewCopy(owned, done)) return {};
  const made = { outcome: done.outcome, runAtMs };
  if (done.outcome === 'created-on-wix') return done.wix === null ? {} : { ...made, wixReviewId: done.wix.id };
  return done.store === null ? {} : { ...made, storeReviewId: done.store.id, storeProductId: done.store.productId };
}
