import { fingerprints } from '../../core/fingerprint';
import type { StoreReviewId } from '../../core/ids';
import { storeLinkId } from '../../core/link-id';
import type { Page, StoreReview } from '../stores/store';
import { claim } from './claim';
import { MEET_CALLS, meetStoreReview } from './meet-store-review';
import { picturesDiffer } from './pictures-differ';
import { samePrints } from './prints';
import type { SyncSession } from './session';
import { settle, SETTLE_CALLS } from './settle';
import type { HintRow, LinkRow } from './tables';
import { urgentFirst } from './urgent-first';

/** What is left to do for a hint: nothing, the following page, or the same page again when calls are there. */
export type HintProgress = { readonly kind: 'done' } | { readonly kind: 'more'; readonly cursor: string | null };

/**
 * Compares one page of a product's reviews with their links and settles what differs. 2 calls when nothing does.
 *
 * Limit: reviews deleted from the store are noticed here only for products whose reviews fit on one page (100);
 * for larger ones that is the full walk's job.
 */
export async function settleProduct(session: SyncSession, hint: HintRow): Promise<HintProgress> {
  const vanishedAfter = hint.cursor?.startsWith(VANISHED) === true ? hint.cursor.slice(VANISHED.length) : null;
  const from = vanishedAfter === null ? hint.cursor : null;
  const page = await session.store.listReviewsOf(hint.storeProductId, from);
  const whole = from === null && page.next === null;
  const links = await linksOf(session, hint, page, whole);
  for (const review of urgentFirst(session, page.items)) {
    const link = links.get(review.id);
    if (link !== undefined && isSettled(session, link, review)) continue;
    if (!session.budget.has(MEET_CALLS)) return { kind: 'more', cursor: hint.cursor };
    await meetKnown(session, review, link);
  }
  if (!whole) return page.next === null ? { kind: 'done' } : { kind: 'more', cursor: page.next };
  return settleVanished(session, links, page, vanishedAfter);
}

/** A row whose last look at the store saw just this, with nothing under way that another look would move on. */
function isSettled(session: SyncSession, link: LinkRow, review: StoreReview): boolean {
  return (link.intent === null || hasItsOwnTime(link)) && link.state !== 'gone' && samePrints(link.storeSeen, fingerprints(review.fields)) && !picturesDiffer(session, link, review);
}

/** Failed before: it has its next try, or waits for a person. Tried on every hint, it would keep its neighbours waiting. */
function hasItsOwnTime({ state, attempts, dueAtMs }: LinkRow): boolean {
  return state === 'blocked' || (state === 'waiting' && attempts > 0 && dueAtMs !== null);
}

async function linksOf(session: SyncSession, hint: HintRow, page: Page<StoreReview>, whole: boolean): Promise<Map<StoreReviewId, LinkRow>> {
  const links = new Map<StoreReviewId, LinkRow>();
  for (const link of await rowsOf(session, hint, page, whole)) {
    if (link.storeReviewId === null) continue;
    // A review that became part of a pair may have left its lonely row behind; the pair counts.
    const lone = link._id === storeLinkId(link.instanceId, link.storeReviewId);
    if (!lone || !links.has(link.storeReviewId)) links.set(link.storeReviewId, link);
  }
  return links;
}

/** 1 call; up to 3 more for a product of which we know over 100 reviews, most of them gone. */
async function rowsOf({ rows }: SyncSession, { storeProductId }: HintRow, { items }: Page<StoreReview>, whole: boolean): Promise<readonly LinkRow[]> {
  const options = { limit: 100, consistent: true } as const;
  const listed = { storeReviewId: items.map((review) => review.id) };
  if (!whole) return (await rows.find('links', { ...options, where: listed })).rows;
  const all = await rows.find('links', { ...options, where: { storeProductId } });
  if (all.next === null) return all.rows;
  const alive = { storeProductId, state: { not: 'gone' } } as const;
  const first = await rows.find('links', { ...options, where: alive });
  const more = first.next === null ? [] : (await rows.find('links', { ...options, where: alive, cursor: first.next })).rows;
  return [...(await rows.find('links', { ...options, where: listed })).rows, ...first.rows, ...more];
}

async function meetKnown(session: SyncSession, review: StoreReview, link: LinkRow | undefined): Promise<void> {
  if (link === undefined || link._id === storeLinkId(session.instanceId, review.id)) {
    await meetStoreReview(session, review, link ?? null);
    return;
  }
  const owned = await claim(session, link);
  if (owned !== null) await settle(session, owned);
}

/** Begins a hint's cursor while the reviews that the list does not show are looked at. */
const VANISHED = 'vanished:';

/**
 * Reviews we know that the list does not show: trashed, marked as spam, deleted or moved. Each is read, and settled
 * when it is not as we last saw it. 1 call for each that did not change.
 */
async function settleVanished(session: SyncSession, links: ReadonlyMap<StoreReviewId, LinkRow>, page: Page<StoreReview>, after: string | null): Promise<HintProgress> {
  const listed = new Set(page.items.map((review) => review.id));
  const hidden = [...links].filter(([id, link]) => !listed.has(id) && link.state !== 'gone').sort(([a], [b]) => (a < b ? -1 : 1));
  let last = after;
  for (const [id, link] of hidden) {
    if (after !== null && id <= after) continue;
    if (!session.budget.has(1 + SETTLE_CALLS.usually)) return { kind: 'more', cursor: last === null ? null : `${VANISHED}${last}` };
    last = id;
    const review = await session.store.getReview(id);
    if (review !== null && !review.trashed && isSettled(session, link, review)) continue;
    await meetVanished(session, review, link);
  }
  return { kind: 'done' };
}

async function meetVanished(session: SyncSession, review: StoreReview | null, link: LinkRow): Promise<void> {
  if (link._id === storeLinkId(session.instanceId, link.storeReviewId ?? ('' as StoreReviewId))) {
    if (review === null || review.trashed) await session.rows.patch('links', link._id, { set: { state: 'gone', code: null, dueAtMs: null } });
    else await meetStoreReview(session, review, link);
    return;
  }
  // Known to be in the bin, or gone without proof: nothing new to find out.
  if ((link.code === 'GONE_UNPROVEN' || link.code === 'PRODUCT_GONE') && review === null) return;
  const owned = await claim(session, link);
  if (owned !== null) await settle(session, owned);
}
