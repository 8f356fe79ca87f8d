import { fingerprints, type Base, type Prints } from '../../core/fingerprint';
import type { Seen } from '../../core/plan-types';
import { SIDES, type Field, type ReviewFields } from '../../core/review';
import type { StoreReview } from '../stores/store';
import { carriesDate, isCopy, mayBeCopy } from './is-copy';
import type { Pair } from './pair';
import { contentFields, pickPrints, samePrints, sentPrints } from './prints';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';
import { storeTarget, type Target } from './target';
import type { WixReview } from './wix-port';

/**
 * Reads both sides of a link. A copy whose id is not known yet is looked up first when it may exist: always on Wix
 * (the contact may have written there), in the store only when a create was begun and its result never recorded.
 * `fresh` says that this very invocation wrote the row, so nothing was begun. 1 to 7 calls.
 */
export async function observe(session: SyncSession, owned: LinkRow, fresh: boolean): Promise<Pair> {
  const { wix, found, target } = await readSides(session, owned, fresh);
  const base = owned.base === null ? adoptedBase(session, owned, wix, found) : changedBase(owned.base, owned.intent, wix, found);
  const link = base === null && !fresh ? withoutObstacle(owned, wix, found) : owned;
  const store = link.storeReviewId === null && owned.storeReviewId !== null ? null : found;
  return { link, wix, store, target, wixSeen: seenOnWix(link, wix), storeSeen: seenInStore(link, store), base };
}

interface Sides {
  readonly wix: WixReview | null;
  readonly found: StoreReview | null;
  readonly target: Target | null;
}

async function readSides(session: SyncSession, link: LinkRow, fresh: boolean): Promise<Sides> {
  if (link.storeReviewId !== null || fresh || link.intent?.kind !== 'create' || link.intent.on !== 'store') {
    const found = link.storeReviewId === null ? null : await session.store.getReview(link.storeReviewId);
    return { found, wix: await wixSide(session, link), target: null };
  }
  const wix = await wixSide(session, link);
  // Looked up for the search and again for the create, it would leave an invocation too few calls to end.
  const target = await storeTarget(session, link);
  return { wix, target, found: target.kind === 'none' ? null : await findCopy(session, link, link.intent.sent, wix, target) };
}

async function wixSide({ wix }: SyncSession, link: LinkRow): Promise<WixReview | null> {
  if (link.wixReviewId !== null) return wix.getReview(link.wixReviewId);
  if (link.contactId === null || link.wixProductId === null) return null;
  const [found] = await wix.findReviews([link.contactId], [link.wixProductId]);
  return found ?? null;
}

/** What an interrupted create may have made. 4 calls at most. */
async function findCopy(session: SyncSession, link: LinkRow, sent: Prints, wix: WixReview | null, { productId, email }: Extract<Target, { kind: 'found' }>): Promise<StoreReview | null> {
  const { holds } = session.store.capabilities;
  const found = await session.store.findReviews(productId, email);
  const oldestFirst = found.filter((one) => wix === null || mayBeCopy(one, wix)).reverse();
  const exact = oldestFirst.filter((one) => wasSent(sent, one.fields, holds));
  const alike = oldestFirst.filter((one) => !exact.includes(one) && wix !== null && isCopy(one, wix, holds));
  return firstUnlinked(session, link, liveFirst([...exact, ...alike]));
}

/** The oldest of `candidates`, what is in the bin last, that is a copy of `review` and belongs to no other link. 1 call, none without candidates. */
export async function findUnlinkedCopy(session: SyncSession, link: LinkRow, review: WixReview, candidates: readonly StoreReview[]): Promise<StoreReview | null> {
  return firstUnlinked(session, link, liveFirst(candidates.filter((candidate) => mayBeCopy(candidate, review) && isCopy(candidate, review, session.store.capabilities.holds)).reverse()));
}

/** One that was put in the bin long ago is no reason to delete the original while a copy of it stands. */
function liveFirst(reviews: readonly StoreReview[]): StoreReview[] {
  return [...reviews.filter((one) => !one.trashed), ...reviews.filter((one) => one.trashed)];
}

async function firstUnlinked(session: SyncSession, link: LinkRow, bestFirst: readonly StoreReview[]): Promise<StoreReview | null> {
  return (await unlinked(session, link, bestFirst))[0] ?? null;
}

/** Those of `reviews` that are part of no pair but this one. 1 call, none without reviews. */
export async function unlinked({ rows }: SyncSession, link: LinkRow, reviews: readonly StoreReview[]): Promise<readonly StoreReview[]> {
  if (reviews.length === 0) return [];
  const found = await rows.find('links', { where: { storeReviewId: reviews.map((one) => one.id) }, limit: 100, consistent: true });
  // A row of its own is no claim: the copy may have been met before this link could be written.
  const taken = new Set(found.rows.filter((row) => row._id !== link._id && row.wixReviewId !== null).map((row) => row.storeReviewId));
  return reviews.filter((one) => !taken.has(one.id));
}

/** The review holds what an interrupted create sent, whatever became of the original since. */
function wasSent(sent: Prints, fields: ReviewFields, holds: readonly Field[]): boolean {
  return samePrints(sent, fingerprints(fields), contentFields(holds));
}

/**
 * After a crash between a create and its record: both sides agreed on what was sent. The original may be gone by now,
 * which is then a deletion to carry across like any other.
 */
function adoptedBase(session: SyncSession, { intent, gone, wixReviewId }: LinkRow, wix: WixReview | null, store: StoreReview | null): Pair['base'] {
  const { holds } = session.store.capabilities;
  if (intent?.kind !== 'create') return null;
  const [copy, original] = intent.on === 'store' ? [store, wix] : [wix, store];
  // Made, not recorded, and gone since: an event told of the copy, or of its end.
  if (copy === null) return intent.on === 'wix' && (gone === 'wix' || wixReviewId !== null) ? { wix: intent.sent, store: intent.sent } : null;
  const known = wasSent(intent.sent, copy.fields, holds) || (original !== null && isCopy(copy, original, holds));
  if (!known) return null;
  const now = fingerprints(copy.fields);
  const held = { ...sentPrints(intent.sent, now, holds), ...(mayBeSomebodyElses(copy, original) ? { status: now.status } : {}) };
  return intent.on === 'store' ? { wix: intent.sent, store: held } : { wix: held, store: intent.sent };
}

/**
 * Not shown, it may be somebody else's who says the same, and was never agreed on as published. A copy of ours carries the date
 * of its original; held back for approval, not even that proves it.
 */
function mayBeSomebodyElses(copy: WixReview | StoreReview, original: WixReview | StoreReview | null): boolean {
  const { status } = copy.fields;
  return status === 'pending' || (status === 'hidden' && original !== null && !carriesDate(copy, original));
}

/**
 * After a crash between a change and its record: written fields that no longer hold what they held when the write began
 * are agreed on as written. A third value then counts as a person's edit on top of ours, which it nearly always is. Limit:
 * had our write failed and somebody edited the very same field after that, their edit wins without being shown as a conflict.
 */
function changedBase(base: Base, intent: LinkRow['intent'], wix: WixReview | null, store: StoreReview | null): Base {
  if (intent?.kind !== 'change') return base;
  const now = { wix: wix === null ? null : fingerprints(wix.fields), store: store === null ? null : fingerprints(store.fields) };
  const overwritten = wix !== null && movedOn(intent, wix.revision);
  const made = SIDES.flatMap((side) => intent.writes[side].filter((field) => now[side] !== null && (now[side][field] !== (intent.held[field] ?? base[side][field]) || (side === 'wix' && overwritten))));
  return { wix: pickPrints(base.wix, intent.base.wix, made), store: pickPrints(base.store, intent.base.store, made) };
}

/** Our write and at least one more: an intent is one write, and so one revision. A store has no such number. */
function movedOn({ wixRevision, writes }: Extract<LinkRow['intent'], { kind: 'change' }>, revision: string): boolean {
  if (wixRevision === null || writes.wix.length === 0) return false;
  return Number(revision) > Number(wixRevision) + 1;
}

/**
 * Two reviews that never agreed share a row when one stood in the other's way. When one of them is gone, that is no
 * deletion to carry across: the other has the row to itself, and its copy may be made now. Not so on a tombstone,
 * whose review was deleted on purpose, nor where the other was left alone on purpose.
 */
function withoutObstacle(link: LinkRow, wix: WixReview | null, store: StoreReview | null): LinkRow {
  const storeGone = store === null || store.trashed;
  if (link.state === 'gone' || link.code === 'COUNTERPART_GONE' || (wix === null) === storeGone) return link;
  return storeGone
    ? { ...link, birth: 'wix', storeReviewId: null, storeProductId: null, storeSeen: null, outcome: null, gone: null, intent: null }
    : { ...link, birth: 'store', wixReviewId: null, wixRevision: null, wixSeen: null, outcome: null, gone: null, intent: null };
}

function seenOnWix(link: LinkRow, review: WixReview | null): Seen {
  if (review !== null) return { kind: 'present', fields: review.fields };
  const deleted = link.gone === 'wix';
  const begun = link.intent?.kind === 'create' && link.intent.on === 'wix';
  if (link.wixReviewId === null && !(deleted && begun)) return { kind: 'never' };
  return { kind: 'gone', proof: deleted ? 'event' : 'none' };
}

function seenInStore(link: LinkRow, review: StoreReview | null): Seen {
  if (review !== null) return review.trashed ? { kind: 'gone', proof: 'trash' } : { kind: 'present', fields: review.fields };
  if (link.storeReviewId === null) return { kind: 'never' };
  return { kind: 'gone', proof: link.gone === 'store' ? 'event' : 'none' };
}
