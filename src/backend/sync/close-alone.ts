import type { Rating, Side } from '../../core/review';
import { closed, type AttentionRow } from './attention-row';
import { thresholdOf } from './note-attention';
import type { Where } from './rows';
import type { SyncSession } from './session';
import { paged, type Step } from './step';

/** A find's cursor over what is alone on Wix; what is alone in the store comes first. */
const ON_WIX = 'wix:';

/**
 * Closes what lies open over reviews that are part of no pair and have enough stars, or are in the store's bin. A lonely review is
 * looked at when its row says that it changed; a process that died between the item and that row, or before there was one,
 * leaves nothing to see. One page of 100 items. 1 call, 3 when there are some.
 */
export async function closeAlone(session: SyncSession, cursor: string | null): Promise<Step> {
  const onWix = cursor?.startsWith(ON_WIX) === true;
  const after = onWix ? cursor.slice(ON_WIX.length) : cursor;
  const next = await closePage(session, onWix ? 'wix' : 'store', after === '' ? null : after);
  if (onWix) return paged(next === null ? null : ON_WIX + next, { done: 0 });
  return { kind: 'next', cursor: next ?? ON_WIX, done: 0 };
}

const ALONE: Readonly<Record<Side, Where<AttentionRow>>> = {
  store: { wixReviewId: null, openRank: { above: 0 } },
  wix: { storeReviewId: null, openRank: { above: 0 } },
};

async function closePage(session: SyncSession, side: Side, cursor: string | null): Promise<string | null> {
  const { rows, clock } = session;
  const open = await rows.find('attention', { where: ALONE[side], sort: { by: 'changedAtMs' }, limit: 100, cursor, consistent: true });
  const now = await standing(session, side, open.rows);
  const patches = open.rows.flatMap((item) => {
    const review = now.get(idOn(side, item) ?? '');
    // Not in the answer is no proof of anything.
    if (review === undefined || (!review.trashed && (review.rating ?? 0) < thresholdOf(session))) return [];
    const set = { ...closed(item, review.trashed ? 'gone' : 'improved', null, clock.nowMs()), untold: {}, dueAtMs: null, undo: null, ...(review.trashed ? {} : { rating: review.rating }) };
    return [{ id: item._id, set, increment: { turn: 1 } }];
  });
  if (patches.length > 0) await rows.patchMany('attention', patches);
  return open.next;
}

interface Standing {
  readonly rating: Rating | null;
  readonly trashed: boolean;
}

function idOn(side: Side, { wixReviewId, storeReviewId }: AttentionRow): string | null {
  return side === 'wix' ? wixReviewId : storeReviewId;
}

/** How the reviews of these items stand now, by the review's id on that side. 1 call, none without items. */
async function standing({ wix, store }: SyncSession, side: Side, items: readonly AttentionRow[]): Promise<ReadonlyMap<string, Standing>> {
  if (items.every((item) => idOn(side, item) === null)) return new Map();
  if (side === 'store') return new Map((await store.getReviews(items.flatMap(({ storeReviewId }) => storeReviewId ?? []))).map(({ id, fields: { rating }, trashed }) => [id, { rating, trashed }]));
  return new Map((await wix.getReviews(items.flatMap(({ wixReviewId }) => wixReviewId ?? []))).map(({ id, fields: { rating } }) => [id, { rating, trashed: false }]));
}
