import type { StoreProductId } from '../../../core/ids';
import type { Page, StoreReview } from '../store';
import { readPage } from './page';
import type { Send } from './request';
import { REVIEW_FIELDS, reviewFromWire } from './review-from-wire';
import { wireId } from './wire-id';

const PATH = 'products/reviews';

/** For WooCommerce, `all` means approved and held. Left out, held reviews would be missing. */
export const SHOWN_OR_HELD = { status: 'all', _fields: REVIEW_FIELDS } as const;

/** By id, because a review may be given any date: new ones are always at the end. */
export function listReviews(send: Send, cursor: string | null): Promise<Page<StoreReview>> {
  return readPage(send, PATH, { ...SHOWN_OR_HELD, orderby: 'id', order: 'asc' }, cursor, reviewFromWire);
}

/** Ids only grow, and a held review without stars sends no hint: this is how it is heard of. */
export async function newestReviews(send: Send): Promise<readonly StoreReview[]> {
  return (await readPage(send, PATH, { ...SHOWN_OR_HELD, orderby: 'id', order: 'desc' }, null, reviewFromWire)).items;
}

export async function listReviewsOf(send: Send, productId: StoreProductId, cursor: string | null): Promise<Page<StoreReview>> {
  return readPage(send, PATH, { ...SHOWN_OR_HELD, product: String(wireId(productId)), orderby: 'id', order: 'desc' }, cursor, reviewFromWire);
}
