import { fingerprints } from '../../core/fingerprint';
import type { LinkId, StoreReviewId } from '../../core/ids';
import { storeLinkId } from '../../core/link-id';
import type { StoreReview } from '../stores/store';
import { paged, type Step } from './step';
import { matchPage } from './match-page';
import { picturesDiffer } from './pictures-differ';
import { samePrints } from './prints';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';
import { triesAnew, type WalkTimes } from './tries-anew';
import { isRewrite, isRolledBack, type MetPage, type Walk } from './walk';
import type { Writes } from './writes';

/** Calls that must be left for matching a page to get anywhere. */
const MATCH_CALLS = 5;

/** One page of store reviews: known ones are compared and marked for `drain`, unknown ones matched in bulk. 2 calls when nothing is new. */
export async function walkStore(session: SyncSession, cursor: string | null, walk: Walk, reserve: number): Promise<Step> {
  const page = await session.store.listReviews(cursor);
  const met = await meetStorePage(session, page.items, walk, reserve);
  return met.kind === 'met' ? paged(page.next, { done: page.items.length, ...(met.changed === 0 ? {} : { changed: met.changed }) }) : met;
}

/** At most 100 reviews, wherever they were listed. 1 call when nothing happened. */
export async function meetStorePage(session: SyncSession, reviews: readonly StoreReview[], walk: Walk, reserve: number): Promise<MetPage> {
  const nowMs = session.clock.nowMs();
  const times = { startedAtMs: walk.startedAtMs, nowMs, reopens: walk.reopens };
  const { links, outlived } = await linksOf(session, reviews);
  if (outlived.length > 0) await session.rows.removeMany('links', outlived);

  const rewrites = reviews.filter((review) => isChanged(links.get(review.id), review)).length;
  if (walk.holds({ changes: rewrites, unknown: reviews.filter(({ id }) => !links.has(id)).length, seen: reviews.length })) return { kind: 'held' };
  const reopened = await reopenSkipped(session, [...links.values()]);
  const unmet: StoreReview[] = [];
  const changed: Writes['patch'] = [];
  for (const review of reviews) {
    const link = links.get(review.id);
    if (link === undefined || reopened.has(link._id) || needsMatching(link, review, times)) {
      unmet.push(review);
      continue;
    }
    if (isRolledBack(link, walk)) changed.push({ id: link._id, set: { state: 'waiting', code: null, dueAtMs: nowMs } });
    else if (!isKnown(link, review, times) || (link.dueAtMs === null && picturesDiffer(session, link, review))) changed.push({ id: link._id, set: { dueAtMs: nowMs, attempts: 0 } });
  }
  if (changed.length > 0) await session.rows.patchMany('links', changed);
  if (unmet.length > 0) {
    if (!session.budget.has(MATCH_CALLS + reserve)) return { kind: 'stay', done: 0 };
    const matched = await matchPage(session, unmet, links, reserve);
    if (matched === 'later') return { kind: 'stay', done: 0 };
  }
  return { kind: 'met', changed: rewrites };
}

function isChanged(link: LinkRow | undefined, review: StoreReview): boolean {
  return link !== undefined && isRewrite(link, link.storeSeen, fingerprints(review.fields));
}

interface Known {
  readonly links: ReadonlyMap<StoreReviewId, LinkRow>;
  /** Rows that reviews had on their own before a pair was found for them by another way: what they say is no longer so. */
  readonly outlived: readonly LinkId[];
}

async function linksOf(session: SyncSession, reviews: readonly StoreReview[]): Promise<Known> {
  if (reviews.length === 0) return { links: new Map(), outlived: [] };
  const found = await session.rows.find('links', { where: { storeReviewId: reviews.map((review) => review.id) }, limit: 100, consistent: true });
  const [alone, paired] = [new Map<StoreReviewId, LinkRow>(), new Map<StoreReviewId, LinkRow>()];
  for (const link of found.rows) {
    if (link.storeReviewId !== null) (link._id === storeLinkId(session.instanceId, link.storeReviewId) ? alone : paired).set(link.storeReviewId, link);
  }
  const outlived = [...alone].flatMap(([id, { _id }]) => (paired.get(id)?.wixReviewId == null ? [] : [_id]));
  return { links: new Map([...alone, ...paired]), outlived };
}

/**
 * Lonely reviews whose reason may have passed, and creates that were begun and not recorded; unless somebody told that the copy
 * was deleted meanwhile, which proves that it was made: `settle` carries that on.
 */
function needsMatching(link: LinkRow, review: StoreReview, times: WalkTimes): boolean {
  if (link.wixReviewId === null && link.gone === null && link.intent?.kind === 'create' && link.intent.on === 'wix') return true;
  const lone = link._id === storeLinkId(link.instanceId, review.id);
  // An address is no part of what a review is known by: one that was added since is only seen by looking, which costs nothing here.
  return lone && (link.state !== 'skipped' || link.code === 'AUTHOR_NO_EMAIL' || !isKnown(link, review, times));
}

function isKnown(link: LinkRow, review: StoreReview, times: WalkTimes): boolean {
  if (triesAnew(link, times)) return false;
  if (link.dueAtMs !== null) return true;
  return samePrints(link.storeSeen, fingerprints(review.fields));
}

/** Reviews that were skipped because of a pair that is gone by now. 1 call, none without skipped reviews. */
async function reopenSkipped({ rows }: SyncSession, links: readonly LinkRow[]): Promise<ReadonlySet<LinkId>> {
  const skipped = links.filter((link) => link.state === 'skipped' && link.because !== null);
  if (skipped.length === 0) return new Set();
  const pairs = await rows.getMany('links', [...new Set(skipped.flatMap((link) => link.because ?? []))]);
  const standing = new Set(pairs.filter((pair) => pair.state !== 'gone').map((pair) => pair._id));
  return new Set(skipped.filter((link) => link.because !== null && !standing.has(link.because)).map((link) => link._id));
}
