import { fingerprints } from '../../core/fingerprint';
import type { WixProductId } from '../../core/ids';
import { paged, type Step } from './step';
import { dueForInbox } from './due-for-inbox';
import { linkIdOfWix, wixBornLink, type WixIdentity } from './new-link';
import { contentFields, samePrints } from './prints';
import { storeProductsOf } from './product-map';
import { renamedLinks } from './renamed-links';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';
import { toSuccessor } from './to-successor';
import { triesAnew, type WalkTimes } from './tries-anew';
import { isRewrite, isRolledBack, type MetPage, type Walk } from './walk';
import type { WixReview } from './wix-port';
import { noWrites, writeAll, type Writes } from './writes';

/**
 * One page of Wix reviews: each gets its row, and what changed unnoticed is marked for `drain`. 2 calls when nothing
 * did, one more for each kind of write.
 */
export async function walkWix(session: SyncSession, cursor: string | null, walk: Walk): Promise<Step> {
  const page = await session.wix.listReviews(cursor);
  const met = await meetWixPage(session, page.items, walk);
  return met.kind === 'met' ? paged(page.next, { done: page.items.length, ...(met.changed === 0 ? {} : { changed: met.changed }) }) : met;
}

/** At most 100 reviews, wherever they were listed. 1 call when nothing happened. */
export async function meetWixPage(session: SyncSession, reviews: readonly WixReview[], walk: Walk): Promise<MetPage> {
  const named = reviews.map((review) => ({ review, id: linkIdOfWix(session.instanceId, identityOf(review)) }));
  const links = new Map((await session.rows.getMany('links', named.map(({ id }) => id))).map((row) => [row._id, row]));
  const renamed = await renamedLinks(session, named.flatMap(({ review, id }) => (links.has(id) ? [] : [review.id])));
  for (const { review, id } of named) {
    const link = renamed.get(review.id);
    if (link !== undefined) links.set(id, link);
  }

  const writes = noWrites();
  let replaced = false;
  const times = { startedAtMs: walk.startedAtMs, nowMs: session.clock.nowMs(), reopens: walk.reopens };
  const changed = named.filter(({ review, id }) => isChanged(links.get(id), review)).length;
  if (walk.holds({ changes: changed, unknown: named.length - links.size, seen: named.length })) return { kind: 'held' };
  for (const { review, id } of named) replaced = meet(session, review, links.get(id), walk, times, writes) === 'replaced' || replaced;
  reopenRolledBack([...links.values()], walk, writes);
  await reopenMatched(session, [...links.values()], walk, writes);
  await writeAll(session, writes);
  // The earlier review's copy goes first; then the page is walked again and the new review starts over.
  if (replaced) return { kind: 'stay', done: 0 };
  return { kind: 'met', changed };
}

function isChanged(link: LinkRow | undefined, review: WixReview): boolean {
  return link !== undefined && link.wixReviewId === review.id && isRewrite(link, link.wixSeen, fingerprints(review.fields));
}

function reopenRolledBack(links: readonly LinkRow[], walk: Walk, writes: Writes): void {
  for (const link of links) {
    if (link.birth === 'wix' && isRolledBack(link, walk)) writes.patch.push({ id: link._id, set: { state: 'waiting', code: null } });
  }
}

function meet(session: SyncSession, review: WixReview, link: LinkRow | undefined, walk: Walk, times: WalkTimes, writes: Writes): 'met' | 'replaced' {
  const { nowMs } = times;
  const fresh: LinkRow = { ...wixBornLink(session.instanceId, identityOf(review), nowMs), dueAtMs: walk.pushes ? dueForInbox(session, review) : nowMs };
  if (link === undefined) writes.insert.push(fresh);
  else if (link.state === 'gone') writes.save.push({ ...fresh, marks: link.marks, turn: link.turn });
  else if (link.wixReviewId !== null && link.wixReviewId !== review.id) {
    // The same words again: whichever of the two was ours, nothing has to go. It may be its author's own, which no run may take back.
    if (saysTheSame(session, link, review)) {
      writes.patch.push({ id: link._id, set: { wixReviewId: review.id, gone: null, outcome: 'matched', runAtMs: null, dueAtMs: nowMs, attempts: 0 } });
      return 'met';
    }
    if (link.gone === 'wix' && link.lastAtMs >= times.startedAtMs && (link.state === 'blocked' || link.attempts > 0)) return 'met';
    writes.patch.push({ id: link._id, set: { gone: 'wix', dueAtMs: nowMs } });
    return 'replaced';
  } else if (!isKnown(link, review, times)) writes.patch.push({ id: link._id, set: { dueAtMs: nowMs, attempts: 0 } });
  return 'met';
}

/** Whether a review that took the place of another one says what the pair agreed on, and its other half still stands. */
function saysTheSame({ store }: SyncSession, { base, storeReviewId }: LinkRow, { fields }: WixReview): boolean {
  return base !== null && storeReviewId !== null && samePrints(base.wix, fingerprints(fields), contentFields(store.capabilities.holds));
}

function identityOf(review: WixReview): WixIdentity {
  return { reviewId: review.id, productId: review.productId, contactId: review.contactId, review };
}

/** Nothing new about it since our last look, or on somebody's desk at this moment. */
function isKnown(link: LinkRow, review: WixReview, times: WalkTimes): boolean {
  if (triesAnew(link, times)) return false;
  if (link.dueAtMs !== null) return true;
  return link.wixReviewId === review.id && samePrints(link.wixSeen, fingerprints(review.fields));
}

/** Reviews that waited for their product to be matched wait no longer once it is, be it with another one than before. 1 call, none without such reviews. */
async function reopenMatched(session: SyncSession, links: readonly LinkRow[], walk: Walk, writes: Writes): Promise<void> {
  const unmatched = links.filter((link) => link.state === 'unmatched' && link.birth === 'wix');
  const left = links.filter(({ code }) => code === 'PRODUCT_GONE');
  const products = [...unmatched, ...left].flatMap((link): WixProductId[] => (link.wixProductId === null ? [] : [link.wixProductId]));
  if (products.length === 0) return;
  const matched = await storeProductsOf(session, products);
  for (const link of unmatched) {
    if (link.wixProductId !== null && matched.has(link.wixProductId)) writes.patch.push({ id: link._id, set: { state: 'waiting', code: null, ...(walk.pushes ? {} : { dueAtMs: session.clock.nowMs() }) } });
  }
  for (const link of left) {
    const set = link.wixProductId === null ? null : toSuccessor(link, matched.get(link.wixProductId), session.clock.nowMs());
    if (set !== null) writes.patch.push({ id: link._id, set });
  }
}
