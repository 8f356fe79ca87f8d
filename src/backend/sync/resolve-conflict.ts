import type { ReviewFields } from '../../core/review';
import { SyncError } from '../../core/sync-error';
import { claim } from './claim';
import { settle } from './settle';
import type { SyncSession } from './session';
import type { ConflictRow, LinkRow } from './tables';

/**
 * Ends a conflict as a person decided. `kept` only says so. `restored` writes the value that gave way over the one that
 * stands, on the winner's side, and lets `settle` carry it to the other like any edit: a crash in between is an edit that
 * is still to be carried. 1 call, or at most 9. Throws `INPUT_INVALID` when there is no such conflict, `BUSY` when the
 * review is being worked on.
 */
export async function resolveConflict(session: SyncSession, id: string, pick: 'kept' | 'restored'): Promise<void> {
  const { rows } = session;
  if (pick === 'kept') {
    const result = await rows.patch('conflicts', id, { set: { state: pick } });
    if (result.kind === 'missing') throw unknown();
    return;
  }
  const conflict = await rows.get('conflicts', id);
  const link = conflict === null ? null : await rows.get('links', conflict.linkId);
  if (conflict === null || link === null) throw unknown();
  const owned = await claim(session, link);
  if (owned === null) throw new SyncError('BUSY');
  await overwrite(session, owned, conflict);
  await rows.patch('conflicts', id, { set: { state: pick } });
  await settle(session, owned);
}

function unknown(): SyncError {
  return new SyncError('INPUT_INVALID', { field: 'id', got: 'no conflict we know', expected: 'the id of a conflict in the list' });
}

async function overwrite(session: SyncSession, link: LinkRow, { field, winner, lost }: ConflictRow): Promise<void> {
  const value: ReviewFields[typeof field] = JSON.parse(lost) as ReviewFields[typeof field];
  await (winner === 'wix' ? writeOnWix(session, link, field, value) : writeInStore(session, link, field, value));
}

async function writeOnWix({ wix }: SyncSession, { wixReviewId }: LinkRow, field: ConflictRow['field'], value: ReviewFields[ConflictRow['field']]): Promise<void> {
  const review = wixReviewId === null ? null : await wix.getReview(wixReviewId);
  if (review === null) throw new SyncError('GONE_UNPROVEN');
  // Pressed again after a crash: it is there already.
  if (review.fields[field] === value) return;
  if (field === 'status') await wix.moderate(review.id, value === 'hidden' ? 'hidden' : 'published');
  else if (field === 'reply') await wix.setReply(review.id, typeof value === 'string' ? value : null);
  else await wix.updateReview(review.id, review.revision, { [field]: value });
}

async function writeInStore({ store }: SyncSession, { storeReviewId, storeProductId }: LinkRow, field: ConflictRow['field'], value: ReviewFields[ConflictRow['field']]): Promise<void> {
  const review = storeReviewId === null ? null : await store.getReview(storeReviewId);
  if (storeReviewId === null || storeProductId === null || review === null) throw new SyncError('GONE_UNPROVEN');
  if (review.fields[field] === value) return;
  if (field === 'status') await store.setStatus(storeReviewId, value === 'hidden' ? 'hidden' : 'published');
  else if (field === 'reply') await store.setReply({ id: storeReviewId, productId: storeProductId }, typeof value === 'string' ? value : null);
  else await store.updateReview(storeReviewId, { [field]: value });
}
