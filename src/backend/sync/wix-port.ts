import type { ContactId, Email, WixProductId, WixReviewId } from '../../core/ids';
import type { Edits } from '../../core/plan-types';
import type { ReviewFields } from '../../core/review';
import type { SyncError } from '../../core/sync-error';
import type { Page } from '../stores/store';
import type { FilePort } from './file-port';

/** A review as Wix holds it, already canonical. */
export interface WixReview {
  readonly id: WixReviewId;
  readonly productId: WixProductId;
  /** `null` only if Wix let a review exist without an author, which its documents neither forbid nor show. */
  readonly contactId: ContactId | null;
  readonly fields: ReviewFields;
  /** Grows by one with every change; needed to update. */
  readonly revision: string;
  /** ISO 8601: when it was written, wherever that was. */
  readonly writtenAt: string;
  /** Pictures and films it shows, as `wix:` links; left out when it shows none. */
  readonly media?: readonly WixMedia[];
}

export interface WixMedia {
  readonly kind: 'image' | 'video';
  readonly link: string;
}

export interface WixDraft {
  readonly productId: WixProductId;
  readonly contactId: ContactId;
  readonly fields: ReviewFields;
  readonly writtenAt: string;
}

export type WixCreateResult =
  | { readonly kind: 'created'; readonly review: WixReview }
  /** Wix has a review of this contact for this product. */
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'refused'; readonly error: SyncError };

export interface Contact {
  readonly id: ContactId;
  /** Primary address; `null` when the contact has none. */
  readonly email: Email | null;
}

export interface WixProduct {
  readonly id: WixProductId;
  readonly name: string;
  readonly slug: string;
  readonly sku: string | null;
}

/** Everything the engine asks of Wix apart from its own rows. One call each unless said otherwise; throws `SyncError` only. */
export interface WixCatalogPage extends Page<WixProduct> {
  /** Set when the site has no catalog at all. */
  readonly isMissing?: true;
}

export interface WixPort {
  readonly files: FilePort;

  /** Unpublished reviews included. */
  getReview(id: WixReviewId): Promise<WixReview | null>;
  /** Up to 100, oldest first, unpublished included. */
  listReviews(cursor: string | null): Promise<Page<WixReview>>;
  /** The last 100 that Wix was given, newest first, unpublished included. Wix cannot be asked for what was changed since. */
  newestReviews(): Promise<readonly WixReview[]>;
  /** How many reviews there are, unpublished included; `null` when Wix says there are too many to count. */
  countReviews(): Promise<number | null>;
  /** At most 100 ids; missing ones are left out. */
  getReviews(ids: readonly WixReviewId[]): Promise<readonly WixReview[]>;
  /** Reviews written by any of these contacts (≤ 100) on any of these products. */
  findReviews(contactIds: readonly ContactId[], productIds: readonly WixProductId[]): Promise<readonly WixReview[]>;
  /** Up to 100 reviews by one contact, unpublished included. */
  reviewsOf(contactId: ContactId): Promise<readonly WixReview[]>;
  /** At most 100 drafts; results in the drafts' order. */
  createReviews(drafts: readonly WixDraft[]): Promise<readonly WixCreateResult[]>;
  updateReview(id: WixReviewId, revision: string, edits: Edits): Promise<WixReview>;
  /** Replaces everything the review shows; at most 10. */
  setMedia(id: WixReviewId, revision: string, media: readonly WixMedia[]): Promise<WixReview>;
  moderate(id: WixReviewId, status: 'published' | 'hidden'): Promise<WixReview>;
  /** `null` removes the reply. */
  setReply(id: WixReviewId, reply: string | null): Promise<WixReview>;
  /** A review already gone counts as done. */
  deleteReview(id: WixReviewId): Promise<void>;

  /** At most 100 addresses; unknown ones are left out. */
  contactsByEmail(emails: readonly Email[]): Promise<ReadonlyMap<Email, ContactId>>;
  /** At most 100 ids; deleted ones are left out. */
  contactsById(ids: readonly ContactId[]): Promise<ReadonlyMap<ContactId, Contact>>;
  /** Finds the contact that already owns the address instead of making a second one. */
  createContact(email: Email, name: string): Promise<ContactId>;

  /** Up to 100 products. The first call also spends one on the catalog version. `isMissing` and no items when Wix Stores is not installed. */
  listProducts(cursor: string | null): Promise<WixCatalogPage>;
  /** 2 calls, the catalog's version included. `null` when the site no longer has it. */
  getProduct(id: WixProductId): Promise<WixProduct | null>;
  /** At most 100 ids; those the site does not show to this app are left out. 2 calls, the catalog's version included. */
  productsById(ids: readonly WixProductId[]): Promise<readonly WixProduct[]>;
}
