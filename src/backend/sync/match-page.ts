import { mayMatter } from '../../core/attention';
import { fingerprints } from '../../core/fingerprint';
import type { ContactId, Email, LinkId, StoreReviewId, WixProductId } from '../../core/ids';
import { pairLinkId, storeLinkId } from '../../core/link-id';
import type { SyncCode } from '../../core/sync-code';
import type { StoreReview } from '../stores/store';
import { attendPage } from './attend-page';
import { resolveAuthors } from './authors';
import { bringsPictures } from './pictures-differ';
import { canCross } from './can-cross';
import { createPage, type PageCreate } from './create-page';
import { dueForInbox } from './due-for-inbox';
import { FOUND_SAME, happened, STAYS } from './happened';
import { leased, loneStoreLink, storeBornLink } from './new-link';
import { contentFields, samePrints, sentByCreate } from './prints';
import { wixProductsOf } from './product-map';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';
import { toldOfRival } from './told-of-rival';
import { callsOf, isEmptyWrites, noWrites, writeAll, type Writes } from './writes';

/** What placing takes at least: the pairs, the rows of what is to be created, the create, what Wix had already, the result. */
const PLACE_CALLS = 5;

interface Able {
  readonly review: StoreReview;
  readonly email: Email;
  /** Why it may not cross, when it may not: it is matched with what Wix holds, and nothing is made for it. */
  readonly kept: SyncCode | null;
}

interface Identified extends Able {
  readonly productId: WixProductId;
  readonly contactId: ContactId;
}

/**
 * Finds a place for up to 100 store reviews that are not part of a pair: matched with the Wix review that says the
 * same, created on Wix, or kept alone with a reason. Does in a handful of calls what `meetStoreReview` does for one.
 * `later`: calls or somebody's lease ran out; the page can simply be matched again.
 */
export async function matchPage(session: SyncSession, reviews: readonly StoreReview[], lone: ReadonlyMap<StoreReviewId, LinkRow>, reserve: number): Promise<'done' | 'later'> {
  const writes = noWrites();
  const identified = await identify(session, reviews, lone, writes, reserve);
  if (identified === 'later') return 'later';
  const ids = identified.map(({ productId, contactId }) => pairLinkId(session.instanceId, productId, contactId));
  const rows = ids.length === 0 ? [] : await session.rows.getMany('links', [...new Set(ids)]);
  const pairs = new Map<LinkId, LinkRow>(rows.map((row) => [row._id, row]));
  const nowMs = session.clock.nowMs();
  if (rows.some((row) => row.leaseUntilMs > nowMs)) return 'later';

  const creates: PageCreate[] = [];
  const begun = noWrites();
  for (const one of identified) place(session, one, pairs, lone, writes, begun, creates);
  const attended = await attendPage(session, reviews, lone, writes, reserve);
  // When calls are short, what needs no create goes first: next time it is known, and leaves the calls to the creates.
  const both = session.budget.has(callsOf(writes) + callsOf(begun) + CREATE_CALLS + reserve);
  await writeAll(session, writes);
  if (creates.length === 0) return attended ? 'done' : 'later';
  if (!both && !isEmptyWrites(writes)) return 'later';
  await writeAll(session, begun);
  await createPage(session, creates);
  return attended ? 'done' : 'later';
}

/** The create, what Wix had already, the result. */
const CREATE_CALLS = 3;

/** Reasons that keep a review from crossing although Wix may hold the very same one: its author wrote it in both shops. */
const MAY_BE_THERE: ReadonlySet<SyncCode> = new Set(['NOT_PUBLISHED', 'DIRECTION_OFF']);

async function identify(session: SyncSession, reviews: readonly StoreReview[], lone: ReadonlyMap<StoreReviewId, LinkRow>, writes: Writes, reserve: number): Promise<Identified[] | 'later'> {
  const able = reviews.flatMap((review): Able[] => {
    const crossing = canCross(session, 'store', review.fields);
    const kept = crossing.kind === 'kept' ? crossing.code : null;
    if (review.email !== null && (kept === null || MAY_BE_THERE.has(kept))) return [{ review, email: review.email, kept }];
    keepAlone(session, review, lone, kept ?? 'AUTHOR_NO_EMAIL', null, writes);
    return [];
  });
  if (able.length === 0) return [];
  const products = await wixProductsOf(session, able.map(({ review }) => review.productId));
  const placed = able.filter(({ review, kept }) => products.has(review.productId) || keepAlone(session, review, lone, kept ?? 'PRODUCT_UNMATCHED', null, writes));
  if (placed.length === 0) return [];
  const { contacts, complete } = await resolveAuthors(session, placed.map(({ review, email, kept }) => ({ email, name: review.fields.author, known: kept !== null })), reserve);
  if (!complete || !session.budget.has(PLACE_CALLS + reserve)) return 'later';
  return placed.flatMap((one) => {
    const [productId, contactId] = [products.get(one.review.productId), contacts.get(one.email)];
    if (productId !== undefined && contactId !== undefined) return [{ ...one, productId, contactId }];
    if (one.kept !== null) keepAlone(session, one.review, lone, one.kept, null, writes);
    return [];
  });
}

function place(session: SyncSession, one: Identified, pairs: Map<LinkId, LinkRow>, lone: ReadonlyMap<StoreReviewId, LinkRow>, writes: Writes, begun: Writes, creates: PageCreate[]): void {
  const { review, productId, contactId, kept } = one;
  const nowMs = session.clock.nowMs();
  const id = pairLinkId(session.instanceId, productId, contactId);
  const pair = pairs.get(id);
  const seen = fingerprints(review.fields);

  const same = pair?.state !== 'gone' && pair?.storeReviewId === null && samePrints(pair.wixSeen, seen, contentFields(session.store.capabilities.holds));

  if (kept !== null && !same && pair?.storeReviewId !== review.id) {
    keepAlone(session, review, lone, kept, null, writes);
  } else if (pair === undefined || (pair.state === 'gone' && pair.storeReviewId !== review.id)) {
    // Counters go on: whoever read the tombstone before must not think that the row is theirs. Not due: the page is
    // walked again after a crash, and a mark that is left meanwhile must still stand when the copy is recorded.
    const { marks, turn } = pair ?? { marks: 0, turn: 0 };
    const born: LinkRow = { ...storeBornLink(session.instanceId, review, productId, contactId, nowMs), marks, turn };
    const alone = lone.get(review.id);
    // What lies on the desk about a lonely review is looked at when it finds its pair, by the stars of its last look.
    const dueAtMs = dueForInbox(session, review) ?? ((alone !== undefined && mayMatter(alone.rating)) || bringsPictures(session, review) ? nowMs : null);
    const link: LinkRow = { ...leased({ ...born, rating: alone?.rating ?? born.rating }, nowMs), dueAtMs, intent: { kind: 'create', on: 'wix', sent: sentByCreate(review.fields) } };
    (pair === undefined ? begun.insert : begun.save).push(link);
    pairs.set(id, link);
    creates.push({ link, review });
    leaveLone(session, review, lone, begun);
  } else if (pair.storeReviewId === review.id) {
    // What may no longer cross, or was deleted on Wix before its copy was on record, is not created from here: `settle` sees to it.
    if (pair.wixReviewId === null && pair.gone === null && kept === null) creates.push({ link: pair, review });
    leaveLone(session, review, lone, writes);
  } else if (same) {
    writes.patch.push({ id, set: { ...matched(pair, review, nowMs), ...(bringsPictures(session, review) ? { dueAtMs: nowMs } : {}) } });
    pairs.set(id, { ...pair, storeReviewId: review.id });
    leaveLone(session, review, lone, writes);
  } else {
    const set = pair.storeReviewId === null ? toldOfRival(pair, nowMs) : null;
    if (set !== null) writes.patch.push({ id, set });
    keepAlone(session, review, lone, 'CONTACT_HAS_REVIEW', id, writes);
  }
}

function matched(pair: LinkRow, review: StoreReview, nowMs: number): Partial<LinkRow> {
  const storeSeen = fingerprints(review.fields);
  return {
    state: 'in-step', code: null, outcome: 'matched', intent: null,
    storeReviewId: review.id, storeProductId: review.productId, storeSeen,
    base: pair.wixSeen === null ? null : { wix: pair.wixSeen, store: storeSeen },
    ...happened(pair, nowMs, FOUND_SAME),
  };
}

/** Returns `false`, so that a filter can keep a review alone and drop it in one go. */
function keepAlone(session: SyncSession, review: StoreReview, lone: ReadonlyMap<StoreReviewId, LinkRow>, code: SyncCode, because: LinkId | null, writes: Writes): false {
  const row = loneStoreLink(session.instanceId, review, code, because, session.clock.nowMs());
  const known = lone.get(review.id);
  if (known === undefined) writes.insert.push(row);
  else if (known.code !== code || !samePrints(known.storeSeen, row.storeSeen)) {
    const { state, storeSeen, rating } = row;
    writes.patch.push({ id: row._id, set: { state, code, because, storeSeen, rating, ...happened(known, session.clock.nowMs(), STAYS, code) } });
  }
  return false;
}

function leaveLone(session: SyncSession, review: StoreReview, lone: ReadonlyMap<StoreReviewId, LinkRow>, writes: Writes): void {
  const id = storeLinkId(session.instanceId, review.id);
  if (lone.get(review.id)?._id === id) writes.remove.push(id);
}
