import { OWNER_ID } from './auth';
import { changeStatus, insertComment, removeComment, saveComment, type StatusChange } from './comment-writes';
import { insertReply } from './comment-routes';
import { kses } from './kses';
import { deleteProduct, recountProduct } from './product-writes';
import { isDuplicate, requireReview } from './review-writes';
import type { CommentRow } from './rows';
import { nowMs, type Site } from './site';
import { filterEmail, filterName, markLinks } from './text-filters';

export interface GuestReview {
  readonly productId: number;
  readonly name: string;
  readonly email: string;
  /** `null` when the shopper chose no stars. */
  readonly rating: number | null;
  readonly text: string;
  readonly photos?: readonly string[];
}

export type GuestOutcome =
  | { readonly kind: 'published'; readonly row: CommentRow }
  | { readonly kind: 'held'; readonly row: CommentRow }
  | { readonly kind: 'refused'; readonly reason: string };

/** What people do in the shop itself, next to the REST API: a guest on the product page, an owner in wp-admin. */
export interface Storefront {
  submitReview(review: GuestReview): GuestOutcome;
  editReview(id: number, edit: { readonly text?: string; readonly rating?: number; readonly photos?: readonly string[] }): CommentRow;
  setStatus(id: number, change: StatusChange): CommentRow;
  /** Moves nothing to the trash: it is gone. */
  deleteForever(id: number): void;
  /** A product, for good: its reviews go along. */
  deleteProduct(id: number): void;
  reply(id: number, text: string, author?: string): CommentRow;
  editReply(id: number, text: string): CommentRow;
  /** Moves the answer to the trash. */
  removeReply(id: number): void;
  holdsReviews(): boolean;
  /** Whether shoppers' reviews wait for the shop's approval from now on. */
  holdReviews(hold: boolean): void;
}

export function createStorefront(site: Site): Storefront {
  const holdsReviews = () => site.db.settings.get('settings')?.holdStorefrontReviews ?? false;
  return {
    submitReview: (review) => submit(site, review, holdsReviews()),
    editReview: (id, edit) => editReview(site, id, edit),
    setStatus: (id, change) => changeStatus(site, requireReview(site, id), change),
    deleteProduct: (id) => deleteProduct(site, id),
    deleteForever: (id) => removeComment(site, requireReview(site, id)),
    reply(id, text, author = 'Shop owner') {
      const { productId } = requireReview(site, id);
      return insertReply(site, { productId, parent: id, author, content: text, agent: 'Mozilla/5.0', userId: OWNER_ID });
    },
    editReply: (id, text) => saveComment(site, { ...requireReply(site, id), content: text }),
    removeReply: (id) => void changeStatus(site, requireReply(site, id), 'trash'),
    holdsReviews,
    holdReviews: (hold) => site.db.settings.put({ id: 'settings', holdStorefrontReviews: hold }),
  };
}

function requireReply(site: Site, id: number): CommentRow {
  const row = site.db.comments.get(id);
  if (row === undefined || row.parent === 0) throw new Error(`Expected ${id} to be an answer`);
  return row;
}

function submit(site: Site, review: GuestReview, hold: boolean): GuestOutcome {
  const email = filterEmail(review.email);
  const [content, author] = [review.text.trim(), review.name.trim()];
  if (site.db.products.get(review.productId) === undefined) return { kind: 'refused', reason: 'There is no such product.' };
  if (author === '' || email === '') return { kind: 'refused', reason: 'Please fill the name and a valid email address.' };
  if (content === '') return { kind: 'refused', reason: 'Please type your review text.' };
  if (isDuplicate(site, { productId: review.productId, content, author, email })) {
    return { kind: 'refused', reason: 'Duplicate comment detected; it looks as though you’ve already said that!' };
  }
  const rating = review.rating ?? 0;
  const inserted = insertComment(site, {
    productId: review.productId,
    parent: 0,
    type: 'review',
    author: filterName(author),
    email,
    url: '',
    agent: 'Mozilla/5.0',
    userId: 0,
    content: markLinks(kses(content)),
    createdMs: nowMs(site),
    status: hold ? 'hold' : 'approved',
    statusBefore: null,
    rating: 0,
    verified: false,
  });
  const row = { ...inserted, rating, ...(review.photos === undefined || review.photos.length === 0 ? {} : { photos: review.photos }) };
  site.db.comments.put(row);
  // Stars make WooCommerce save the product; a held review without any is noticed by nobody.
  if (rating > 0) recountProduct(site, row.productId);
  return { kind: hold ? 'held' : 'published', row };
}

/** The owner's own edit form has no filters and, unlike the REST API, counts after the stars are saved. */
function editReview(site: Site, id: number, { text, rating, photos }: { readonly text?: string; readonly rating?: number; readonly photos?: readonly string[] }): CommentRow {
  const row = requireReview(site, id);
  return saveComment(site, { ...row, content: text ?? row.content, rating: rating ?? row.rating, ...(photos === undefined ? {} : { photos }) });
}
