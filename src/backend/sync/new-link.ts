import { fingerprints } from '../../core/fingerprint';
import type { ContactId, InstanceId, LinkId, WixProductId, WixReviewId } from '../../core/ids';
import { pairLinkId, storeLinkId, wixLinkId } from '../../core/link-id';
import type { SyncCode } from '../../core/sync-code';
import type { StoreReview } from '../stores/store';
import { happened, STAYS } from './happened';
import { LEASE_MS } from './lease';
import { stateFor } from './link-state';
import type { LinkRow } from './tables';
import type { WixReview } from './wix-port';

const BLANK = {
  state: 'waiting', code: null, outcome: null,
  wixReviewId: null, wixProductId: null, contactId: null, wixRevision: null,
  storeReviewId: null, storeProductId: null,
  wixSeen: null, storeSeen: null, base: null,
  because: null, intent: null, gone: null,
  marks: 0, turn: 0, leaseUntilMs: 0, dueAtMs: null, attempts: 0, rating: null, timeline: [], runAtMs: null, absentIn: null, absentSide: null,
} as const satisfies Partial<LinkRow>;

/** What is known of a Wix review before it is read; an event without its entity knows no more than this. */
export interface WixIdentity {
  readonly reviewId: WixReviewId;
  readonly productId: WixProductId | null;
  readonly contactId: ContactId | null;
  readonly review: WixReview | null;
}

export function linkIdOfWix(instanceId: InstanceId, { reviewId, productId, contactId }: WixIdentity): LinkId {
  return productId === null || contactId === null ? wixLinkId(instanceId, reviewId) : pairLinkId(instanceId, productId, contactId);
}

export function wixBornLink(instanceId: InstanceId, identity: WixIdentity, nowMs: number): LinkRow {
  return {
    ...BLANK,
    _id: linkIdOfWix(instanceId, identity),
    instanceId,
    birth: 'wix',
    wixReviewId: identity.reviewId,
    wixProductId: identity.productId,
    contactId: identity.contactId,
    wixSeen: identity.review === null ? null : fingerprints(identity.review.fields),
    rating: identity.review?.fields.rating ?? null,
    ...happened(BLANK, nowMs, 'Written on Wix'),
  };
}

export function storeBornLink(instanceId: InstanceId, review: StoreReview, productId: WixProductId, contactId: ContactId, nowMs: number): LinkRow {
  return { ...storeSide(instanceId, review, nowMs), _id: pairLinkId(instanceId, productId, contactId), wixProductId: productId, contactId };
}

/** A store review that stays on its own, and why. */
export function loneStoreLink(instanceId: InstanceId, review: StoreReview, code: SyncCode, because: LinkId | null, nowMs: number): LinkRow {
  const side = storeSide(instanceId, review, nowMs);
  return { ...side, _id: storeLinkId(instanceId, review.id), state: stateFor(code), code, because, ...happened(side, nowMs, STAYS, code) };
}

function storeSide(instanceId: InstanceId, review: StoreReview, nowMs: number): Omit<LinkRow, '_id'> {
  return {
    ...BLANK,
    instanceId,
    birth: 'store',
    storeReviewId: review.id,
    storeProductId: review.productId,
    storeSeen: fingerprints(review.fields),
    rating: review.fields.rating,
    ...happened(BLANK, nowMs, 'Written in the store'),
  };
}

/** The row as its writer inserts it when it goes to work on it at once: nobody else will until the lease is over. */
export function leased(link: LinkRow, nowMs: number): LinkRow {
  return { ...link, turn: link.turn + 1, leaseUntilMs: nowMs + LEASE_MS, dueAtMs: nowMs + LEASE_MS };
}
