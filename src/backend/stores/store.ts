import type { Capabilities, Edits } from '../../core/plan-types';
import type { Email, StoreProductId, StoreReviewId } from '../../core/ids';
import type { StoreMedia } from '../../core/picture-list';
import type { ReviewFields } from '../../core/review';

/** A review as a store holds it, already canonical. */
export interface StoreReview {
  readonly id: StoreReviewId;
  readonly productId: StoreProductId;
  readonly fields: ReviewFields;
  /** `null` when the shopper left none or an invalid one. */
  readonly email: Email | null;
  /** ISO 8601, UTC: when the shopper wrote it. */
  readonly writtenAt: string;
  /** In the store's bin: readable, restorable, shown to nobody. */
  readonly trashed: boolean;
  /** What the shopper added, in the store's order; left out when there is nothing. Addresses are as the store gives them, unchecked. */
  readonly media?: readonly StoreMedia[];
}

/** What is needed to create a review in a store. */
export interface StoreDraft {
  readonly productId: StoreProductId;
  readonly fields: ReviewFields;
  readonly email: Email;
  /** ISO 8601, UTC: when it was first written, on the other side. */
  readonly writtenAt: string;
}

export interface StoreProduct {
  readonly id: StoreProductId;
  readonly name: string;
  /** `null` when the merchant gave none. */
  readonly sku: string | null;
  readonly slug: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass it back for the following page; `null` on the last one. Opaque. */
  readonly next: string | null;
  /** How many there are in all, when the store tells. */
  readonly total: number | null;
}

/** Result of one draft, in the order the drafts were given. A failed draft never fails its neighbours. */
export type CreateResult =
  | { readonly kind: 'created'; readonly review: StoreReview }
  /** The store already has this very review; find it and adopt it. */
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'refused'; readonly error: import('../../core/sync-error').SyncError };

/** Which products' reviews may have changed, or nothing at all. A hint, never a command. */
export type Hint = { readonly kind: 'product'; readonly productId: StoreProductId } | { readonly kind: 'none' };

export interface WebhookSubscription {
  readonly id: string;
  readonly deliveryUrl: string;
  /** `off`: the store stopped sending after repeated failures; `missing`: it is no longer registered. */
  readonly status: 'active' | 'off' | 'missing';
}

export interface StoreHealth {
  readonly name: string;
  readonly version: string;
}

/**
 * One store, spoken to with one merchant's keys. Where replies are read by a call of their own (`capabilities` hold
 * them and the store keeps them apart), a method that reads reviews costs one more call for each page.
 *
 * This is all a new store has to implement;
 * `contract.ts` is the suite it has to pass.
 *
 * Every method counts as the number of outgoing calls its docstring says, spends them on the `CallBudget`
 * it was built with, and throws `SyncError` only.
 */
export interface Store {
  readonly capabilities: Capabilities;

  /** 1 call. Proves the address is this kind of store and the keys may read reviews. */
  check(): Promise<StoreHealth>;
  /** 1 call. Up to 100 products, by ascending id. */
  listProducts(cursor: string | null): Promise<Page<StoreProduct>>;
  /** 1 call. `null` when the store no longer offers it: deleted, or in the bin. */
  getProduct(id: StoreProductId): Promise<StoreProduct | null>;
  /** 1 call. Up to 100 reviews that are not trashed or spam, by ascending id. */
  listReviews(cursor: string | null): Promise<Page<StoreReview>>;
  /** 1 call. The last 100 reviews the store was given, newest id first; trashed and spam ones are left out. */
  newestReviews(): Promise<readonly StoreReview[]>;
  /** 1 call. Up to 100 reviews of one product that are not trashed or spam, newest id first. */
  listReviewsOf(productId: StoreProductId, cursor: string | null): Promise<Page<StoreReview>>;
  /** 1 call. `null` when the store has no such review; a trashed one is returned with `trashed: true`. */
  getReview(id: StoreReviewId): Promise<StoreReview | null>;
  /**
   * At most 3 calls, 1 when all are on the store's lists. At most 100 ids; spam and trashed ones included, so that an id
   * that is left out is one the store does not have.
   */
  getReviews(ids: readonly StoreReviewId[]): Promise<readonly StoreReview[]>;
  /**
   * At most 3 calls. Reviews of one product by one author, newest first, at most 100 of each status: how a create whose
   * answer was lost is found again. Spam and trashed ones included, since a person may have put it there meanwhile.
   */
  findReviews(productId: StoreProductId, email: Email): Promise<readonly StoreReview[]>;
  /** 1 call. At most 100 drafts. */
  createReviews(drafts: readonly StoreDraft[]): Promise<readonly CreateResult[]>;
  /** 1 call. */
  updateReview(id: StoreReviewId, edits: Edits): Promise<StoreReview>;
  /** 1 call. */
  setStatus(id: StoreReviewId, status: 'published' | 'hidden'): Promise<StoreReview>;
  /**
   * Answers a review for the shop, over an earlier answer; `null` takes the answer away. What the store holds then. At
   * most 2 calls, one more for each further answer of the shop's; safe to repeat. Only where `capabilities` edit replies.
   */
  setReply(review: Pick<StoreReview, 'id' | 'productId'>, reply: string | null): Promise<string | null>;
  /** 1 call. Moves to the bin; a review already there, or gone, counts as done. */
  trashReview(id: StoreReviewId): Promise<void>;

  /** 1 call. Asks the store to send its hints to `deliveryUrl`, signed with `secret`. */
  subscribe(deliveryUrl: string, secret: string): Promise<WebhookSubscription>;
  /** 1 call. */
  subscription(id: string): Promise<WebhookSubscription>;
  /** 1 call. Switches a webhook that the store turned off on again. */
  revive(id: string): Promise<WebhookSubscription>;
  /** 1 call. A webhook already gone counts as done. */
  unsubscribe(id: string): Promise<void>;
}

/** A delivery as it came in: the body's exact bytes, because they are what is signed. */
export interface Delivery {
  readonly headers: Headers;
  readonly rawBody: Uint8Array;
}

/** What an incoming delivery is worth, decided before any row is read and without an outgoing call. */
export type Verdict =
  | { readonly kind: 'hint'; readonly hint: Hint }
  /** Unsigned by design, carries nothing, answered 200. */
  | { readonly kind: 'ping' }
  | { readonly kind: 'forged' };

/** Checks a webhook delivery of one kind of store against the secret we gave when subscribing. */
export type VerifyDelivery = (delivery: Delivery, secret: string) => Promise<Verdict>;
