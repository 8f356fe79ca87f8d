import type { Review } from '../wix/review';

export interface ShopProduct {
  readonly id: string;
  readonly name: string;
  /** `null` when the merchant gave none. */
  readonly sku: string | null;
}

/** What a visitor fills in. */
export interface WrittenReview {
  readonly productId: string;
  readonly name: string;
  readonly email: string;
  readonly rating: number;
  readonly title: string;
  readonly body: string;
}

export type ReviewEdit = Pick<WrittenReview, 'rating' | 'title' | 'body'>;

/** What a person asked for, done or refused with a sentence for that person. */
export type Done = { readonly kind: 'done'; readonly note: string } | { readonly kind: 'refused'; readonly why: string };

/** One Wix shop as its storefront needs it: the acts of visitors and of the shop's owner. */
export interface Shop {
  products(): readonly ShopProduct[];
  /** Of every status, newest first. */
  reviews(): readonly Review[];
  write(review: WrittenReview): Promise<Done>;
  edit(reviewId: string, edit: ReviewEdit): Promise<Done>;
  remove(reviewId: string): Promise<Done>;
  moderate(reviewId: string, verdict: 'APPROVED' | 'REJECTED'): Promise<Done>;
  reply(reviewId: string, message: string): Promise<Done>;
  vote(reviewId: string): Promise<Done>;
}
