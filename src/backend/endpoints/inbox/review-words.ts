import type { StoreReviewId, WixReviewId } from '../../../core/ids';
import { isSyncError } from '../../../core/sync-error';
import type { AttentionRow } from '../../sync/attention-row';
import type { SiteSession } from '../../sync/session';
import type { DashboardCall } from '../dashboard-handler';
import { reviewText } from './inbox-item';
import type { ReviewText } from './inbox-types';

/** Words by the item's id. An item that is left out has none that could be read. */
export type Words = ReadonlyMap<string, ReviewText>;

/** What one page of a search costs at most: its rows, Wix's words, the connection, and the store's words from up to three lists. */
export const WORDS_CALLS = 6;

/** Words of those that are on Wix, in one batch. 1 call, none when no one is. */
export async function wixWords({ site }: { readonly site: SiteSession }, rows: readonly AttentionRow[]): Promise<Words> {
  const ids = rows.flatMap(({ wixReviewId }): WixReviewId[] => (wixReviewId === null ? [] : [wixReviewId]));
  const reviews = ids.length === 0 ? [] : await site.wix.getReviews(ids);
  const textOf = new Map(reviews.map((review) => [review.id, reviewText(review)]));
  return wordsBy(rows, ({ wixReviewId }) => (wixReviewId === null ? null : (textOf.get(wixReviewId) ?? null)));
}

/**
 * Words of all of them: a review that never came to Wix is read from the store. At most 5 calls. A store that cannot be
 * read leaves its own out; the rest is found all the same.
 */
export async function storeWords(call: DashboardCall, rows: readonly AttentionRow[]): Promise<Words> {
  const onWix = await wixWords(call, rows);
  const missing = rows.filter(({ _id }) => !onWix.has(_id));
  const ids = missing.flatMap(({ storeReviewId }): StoreReviewId[] => (storeReviewId === null ? [] : [storeReviewId]));
  if (ids.length === 0) return onWix;
  try {
    const { store } = await call.deps.openSync(call.site);
    const textOf = new Map((await store.getReviews(ids)).map((review) => [review.id, reviewText(review)]));
    const inStore = wordsBy(missing, ({ storeReviewId }) => (storeReviewId === null ? null : (textOf.get(storeReviewId) ?? null)));
    return new Map([...onWix, ...inStore]);
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return onWix;
  }
}

function wordsBy(rows: readonly AttentionRow[], textOf: (row: AttentionRow) => ReviewText | null): Words {
  return new Map(rows.flatMap((row): [string, ReviewText][] => {
    const text = textOf(row);
    return text === null ? [] : [[row._id, text]];
  }));
}
