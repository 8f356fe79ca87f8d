import { closed } from './attention-row';
import { thresholdOf } from './note-attention';
import type { SyncSession } from './session';

/**
 * Closes what lies open over store reviews that are part of no pair and have enough stars, or are in the bin. A lonely
 * review is looked at when its row says that it changed; a process that died between the item and that row, or before there
 * was one, leaves nothing to see. The 100 that wait longest, per sweep. 1 call, 3 when there are some.
 */
export async function closeAlone(session: SyncSession): Promise<void> {
  const { rows, store, clock } = session;
  const open = await rows.find('attention', { where: { wixReviewId: null, openRank: { above: 0 } }, sort: { by: 'changedAtMs' }, limit: 100, consistent: true });
  const ids = open.rows.flatMap(({ storeReviewId }) => storeReviewId ?? []);
  if (ids.length === 0) return;
  const now = new Map((await store.getReviews(ids)).map((review) => [review.id, review]));
  const patches = open.rows.flatMap((item) => {
    const review = item.storeReviewId === null ? undefined : now.get(item.storeReviewId);
    // Not in the answer is no proof of anything.
    if (review === undefined || (!review.trashed && (review.fields.rating ?? 0) < thresholdOf(session))) return [];
    const set = { ...closed(item, review.trashed ? 'gone' : 'improved', null, clock.nowMs()), untold: {}, dueAtMs: null, undo: null, ...(review.trashed ? {} : { rating: review.fields.rating }) };
    return [{ id: item._id, set, increment: { turn: 1 } }];
  });
  if (patches.length > 0) await rows.patchMany('attention', patches);
}
