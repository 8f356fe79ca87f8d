import { fingerprints } from '../src/core/fingerprint';
import { brandId, type ContactId, type Email, type StoreProductId, type StoreReviewId, type WixProductId, type WixReviewId } from '../src/core/ids';
import { parseEmail } from '../src/core/email';
import type { Rating, ReviewFields } from '../src/core/review';
import type { Page, StoreReview } from '../src/backend/stores/store';
import { leased, storeBornLink, wixBornLink } from '../src/backend/sync/new-link';
import type { LinkRow } from '../src/backend/sync/tables';
import type { WixReview } from '../src/backend/sync/wix-port';
import { INSTANCE } from '../sim/world/world';

const PRODUCTS = 149;
const PAGE = 100;

/** `count` reviews that are on both sides, word for word. */
export interface BigShop {
  readonly wix: readonly WixReview[];
  readonly store: readonly StoreReview[];
}

export function bigShop(count: number): BigShop {
  const numbers = Array.from({ length: count }, (_, index) => index);
  return { wix: numbers.map(wixReview), store: numbers.map(storeReview) };
}

export function emailOf(number: number): Email {
  const email = parseEmail(`author${number}@example.com`);
  if (email === null) throw new RangeError(`Expected an address for author ${number}, got none`);
  return email;
}

function fieldsOf(number: number): ReviewFields {
  const rating: Rating = ([1, 2, 3, 4, 5] as const)[number % 5] ?? 5;
  const body = `Review ${number}. It fits as described and I have worn it every week since; the seams held, the colour did not run.`;
  return { title: '', body, rating, author: `Author ${number}`, status: 'published', reply: null };
}

function writtenAt(number: number): string {
  return new Date(Date.UTC(2024, 0, 1) + number * 60_000).toISOString();
}

function wixReview(number: number): WixReview {
  return {
    id: brandId<WixReviewId>(`w${number}`), productId: brandId<WixProductId>(`wp${number % PRODUCTS}`), contactId: brandId<ContactId>(`k${number}`),
    fields: fieldsOf(number), revision: '1', writtenAt: writtenAt(number),
  };
}

function storeReview(number: number): StoreReview {
  return {
    id: brandId<StoreReviewId>(`s${number}`), productId: brandId<StoreProductId>(`sp${number % PRODUCTS}`), email: emailOf(number),
    fields: fieldsOf(number), writtenAt: writtenAt(number), trashed: false,
  };
}

/** The rows of a shop that was matched before. */
export function matchedLinks({ wix, store }: BigShop): LinkRow[] {
  return wix.flatMap((review, index) => {
    const copy = store[index];
    if (copy === undefined || review.contactId === null) return [];
    const prints = fingerprints(review.fields);
    const link = leased({ ...storeBornLink(INSTANCE, copy, review.productId, review.contactId, 0), ...wixBornLink(INSTANCE, { reviewId: review.id, productId: review.productId, contactId: review.contactId, review }, 0) }, 0);
    return [{
      ...link, state: 'in-step' as const, outcome: 'matched' as const, storeReviewId: copy.id, storeProductId: copy.productId, wixRevision: review.revision,
      wixSeen: prints, storeSeen: prints, base: { wix: prints, store: prints }, leaseUntilMs: 0, dueAtMs: null,
    }];
  });
}

export function pageOf<Item>(items: readonly Item[], cursor: string | null): Page<Item> {
  const from = Number(cursor ?? 0);
  return { items: items.slice(from, from + PAGE), next: items.length > from + PAGE ? String(from + PAGE) : null, total: items.length };
}
