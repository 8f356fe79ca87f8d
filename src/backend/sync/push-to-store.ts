import { fingerprints } from '../../core/fingerprint';
import type { StoreProductId, WixProductId } from '../../core/ids';
import { retryClass } from '../../core/retry-class';
import type { CreateResult, StoreDraft, StoreReview } from '../stores/store';
import { adoptInterrupted } from './adopt-interrupted';
import type { Step } from './step';
import { canCross } from './can-cross';
import { claimAll } from './claim-all';
import { markIfEdited } from './due-for-inbox';
import { COPIED_TO_STORE, FAILED, happened, STAYS } from './happened';
import { holdHints } from './hold-hints';
import { LEASE_MS, WRITE_MS } from './lease';
import { stateFor } from './link-state';
import { noteGone } from './product-gone';
import { storeProductsOf } from './product-map';
import type { Where } from './rows';
import { createdBase, owesReply, sentByCreate } from './prints';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';
import type { Contact, WixReview } from './wix-port';
import { noWrites, writeAll, type Writes } from './writes';

/** Written on Wix, and not tried yet. */
const TO_PUSH: Where<LinkRow> = { birth: 'wix', state: 'waiting', code: null, storeReviewId: null, gone: null };

/** 1 call. */
export function countToPush({ rows }: SyncSession): Promise<number> {
  return rows.count('links', TO_PUSH);
}

/** A row about to be copied, with everything a copy needs. */
export interface Push {
  readonly link: LinkRow;
  readonly review: WixReview;
  readonly draft: StoreDraft;
}

/** Copies up to 100 reviews that only Wix has into the store. At most 11 calls. */
export async function pushToStore(session: SyncSession, reserve: number): Promise<Step> {
  const found = await session.rows.find('links', { where: TO_PUSH, limit: 100, consistent: true });
  if (found.rows.length === 0) return { kind: 'end', done: 0 };
  const free = found.rows.filter((link) => link.leaseUntilMs <= session.clock.nowMs());
  if (free.length === 0) return { kind: 'stay', done: 0 };

  const writes = noWrites();
  const pushes = await prepare(session, free, writes);
  const interrupted = pushes.filter(({ link }) => link.intent !== null);
  if (interrupted.length > 0) {
    await writeAll(session, writes);
    return adoptInterrupted(session, interrupted, reserve);
  }
  const untilMs = session.clock.nowMs() + LEASE_MS;
  const owned = await claimPushes(session, pushes);
  await writeAll(session, { ...writes, patch: [...writes.patch, ...owned.map(({ link, review }) => ({ id: link._id, set: begun(review) }))] });
  if (owned.length > 0) {
    await holdHints(session, owned.map(({ draft }) => draft.productId));
    if (session.clock.nowMs() + WRITE_MS > untilMs) return letGo(session, owned);
    await create(session, owned);
  }
  return { kind: 'next', cursor: 'more', done: free.length };
}

/** It took so long to get here that the claim could end before the store answers: nothing was sent, and the next tick begins again. 1 call. */
async function letGo({ rows }: SyncSession, pushes: readonly Push[]): Promise<Step> {
  await rows.patchMany('links', pushes.map(({ link }) => ({ id: link._id, set: { intent: null, leaseUntilMs: 0 } })));
  return { kind: 'stay', done: 0 };
}

/** Who else came by sees to theirs. 2 calls. */
async function claimPushes(session: SyncSession, pushes: readonly Push[]): Promise<readonly Push[]> {
  const rows = await claimAll(session, pushes.map(({ link }) => link));
  const owned = new Set(rows.filter(isToPush).map(({ _id }) => _id));
  return pushes.filter(({ link }) => owned.has(link._id));
}

function isToPush({ birth, state, code, storeReviewId, gone }: LinkRow): boolean {
  return birth === 'wix' && state === 'waiting' && code === null && storeReviewId === null && gone === null;
}

function begun({ fields }: WixReview): Partial<LinkRow> {
  return { intent: { kind: 'create', on: 'store', sent: sentByCreate(fields) } };
}

async function prepare(session: SyncSession, links: readonly LinkRow[], writes: Writes): Promise<Push[]> {
  const reviews = new Map((await session.wix.getReviews(links.flatMap((link) => link.wixReviewId ?? []))).map((review) => [review.id, review]));
  const products = await storeProductsOf(session, [...reviews.values()].map((review) => review.productId));
  const contacts = await session.wix.contactsById([...new Set([...reviews.values()].flatMap((review) => review.contactId ?? []))]);
  return links.flatMap((link): Push[] => {
    const review = link.wixReviewId === null ? undefined : reviews.get(link.wixReviewId);
    if (review === undefined) {
      // A create that was begun may have taken effect; then its copy has to go as well, which is for `settle` to see.
      writes.patch.push({ id: link._id, set: link.intent === null ? { state: 'gone' } : { gone: 'wix', dueAtMs: session.clock.nowMs() } });
      return [];
    }
    const push = draftOf(session, link, review, products, review.contactId === null ? undefined : contacts.get(review.contactId));
    if (typeof push !== 'string') return [push];
    writes.patch.push({ id: link._id, set: { state: stateFor(push), code: push, ...happened(link, session.clock.nowMs(), STAYS, push) } });
    return [];
  });
}

function draftOf(session: SyncSession, link: LinkRow, review: WixReview, products: ReadonlyMap<WixProductId, StoreProductId>, contact: Contact | undefined): Push | Exclude<LinkRow['code'], null> {
  const crossing = canCross(session, 'wix', review.fields);
  if (crossing.kind === 'kept') return crossing.code;
  const productId = products.get(review.productId);
  if (productId === undefined) return 'PRODUCT_UNMATCHED';
  const email = contact?.email ?? null;
  if (email === null) return 'AUTHOR_NO_EMAIL';
  return { link, review, draft: { productId, email, fields: crossing.fields, writtenAt: review.writtenAt } };
}

async function create(session: SyncSession, pushes: readonly Push[]): Promise<void> {
  const results = await session.store.createReviews(pushes.map(({ draft }) => draft));
  const nowMs = session.clock.nowMs();
  const patch = pushes.flatMap((push, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ id: push.link._id, set: resultOf(session, push, result, nowMs) }];
  });
  await session.rows.patchMany('links', patch);
  const gone = new Set(pushes.flatMap(({ draft }, index) => (isProductGone(results[index]) ? [draft.productId] : [])));
  for (const productId of gone) await noteGone(session, productId, 'store');
}

function isProductGone(result: CreateResult | undefined): boolean {
  return result?.kind === 'refused' && result.error.code === 'PRODUCT_GONE';
}

function resultOf(session: SyncSession, { link, review }: Push, result: CreateResult, nowMs: number): Partial<LinkRow> {
  switch (result.kind) {
    case 'created':
      return pushed(session, link, review, result.review, nowMs);
    case 'duplicate':
      // The store says it has this text already: settle looks for it and adopts it.
      return { leaseUntilMs: 0, dueAtMs: nowMs, code: 'STORE_REVIEW_DUPLICATE' };
    case 'refused': {
      // Without a product to go to, it waits for one like every other.
      const code = result.error.code === 'PRODUCT_GONE' ? 'PRODUCT_UNMATCHED' : result.error.code;
      const again = retryClass(code) === 'transient' || retryClass(code) === 'throttled';
      return again ? { leaseUntilMs: 0, dueAtMs: nowMs, code } : { leaseUntilMs: 0, intent: null, state: stateFor(code), code, ...happened(link, nowMs, FAILED, code) };
    }
  }
}

/** What a row holds once its review is in the store as well. `dueAtMs` is left alone: it may be a mark left meanwhile. */
export function pushed({ runAtMs = null, store: { capabilities } }: SyncSession, link: LinkRow, wix: WixReview, store: StoreReview, nowMs: number): Partial<LinkRow> {
  const [wixSeen, storeSeen] = [fingerprints(wix.fields), fingerprints(store.fields)];
  const fields = { wix: wix.fields, store: store.fields };
  const base = createdBase('store', fields, capabilities.holds);
  return {
    state: 'in-step', code: null, outcome: 'created-in-store', runAtMs, intent: null, leaseUntilMs: 0,
    wixRevision: wix.revision, wixSeen, storeReviewId: store.id, storeProductId: store.productId, storeSeen,
    base, ...markIfEdited(link.rating, link.wixSeen, wix.fields, nowMs), ...(owesReply(base, fields) ? { dueAtMs: nowMs } : {}), ...happened(link, nowMs, COPIED_TO_STORE),
  };
}
