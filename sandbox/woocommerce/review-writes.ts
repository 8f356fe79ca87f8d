import { changeStatus, insertComment, removeComment, saveComment, STATUS_CHANGES, type StatusChange } from './comment-writes';
import { kses } from './kses';
import { parseDate, textParam, type Params } from './params';
import { commentHookArgument } from './review-json';
import type { CommentRow } from './rows';
import { nowMs, type Site } from './site';
import { filterEmail, filterName, filterPostKses, markLinks, stripSlashes } from './text-filters';
import { WpError } from './wp-error';

const MAX_TEXT_BYTES = 65_525;
const MAX_NAME_BYTES = 245;

/** A single update runs the text through the filter that spoils quotes; a batch does not. */
export type Route = 'single' | 'batch';

export function createReview(site: Site, params: Params, agent: string): CommentRow {
  const productId = requireProduct(site, params);
  const [content, author, email] = [text(params, 'review'), text(params, 'reviewer'), text(params, 'reviewer_email')];
  if (isEmpty(content)) throw invalidContent();
  checkLengths(content, author);
  if (isDuplicate(site, { productId, content, author, email })) throw duplicate();
  // The row is inserted approved and without stars, and counted; stars and status come afterwards.
  const inserted = insertComment(site, {
    productId,
    parent: 0,
    type: 'review',
    author: filterName(author),
    email: filterEmail(email),
    url: '',
    agent: textParam(params, 'author_user_agent') ?? agent,
    userId: 0,
    content: markLinks(content),
    createdMs: readDate(site, params) ?? nowMs(site),
    status: 'approved',
    statusBefore: null,
    rating: 0,
    verified: false,
  });
  return finishWrite(site, inserted, params);
}

export function updateReview(site: Site, id: number, params: Params, route: Route): CommentRow {
  const row = requireReview(site, id);
  const review = textParam(params, 'review');
  const filtered = review === undefined ? undefined : route === 'single' ? filterPostKses(review) : kses(review);
  if (filtered !== undefined && isEmpty(filtered)) throw invalidContent();
  const author = textParam(params, 'reviewer');
  checkLengths(filtered ?? '', author ?? '');
  const email = textParam(params, 'reviewer_email');
  const saved = saveComment(site, {
    ...row,
    productId: params['product_id'] === undefined ? row.productId : requireProduct(site, params),
    content: filtered === undefined ? row.content : markLinks(filtered),
    author: author === undefined ? row.author : filterName(author),
    email: email === undefined ? row.email : filterEmail(email),
    createdMs: readDate(site, params) ?? row.createdMs,
  });
  return finishWrite(site, saved, params);
}

/** Status first, then the stars and the verified mark as metadata, which nobody counts until the next write. */
function finishWrite(site: Site, row: CommentRow, params: Params): CommentRow {
  const change = STATUS_CHANGES.find((status) => status === params['status']);
  const moved = change === undefined ? row : changeStatus(site, row, change satisfies StatusChange);
  const rating = Math.trunc(Number(params['rating'] ?? 0));
  const finished: CommentRow = {
    ...moved,
    rating: Number.isFinite(rating) && rating !== 0 ? rating : moved.rating,
    verified: moved.verified || params['verified'] === true || params['verified'] === 'true',
  };
  site.db.comments.put(finished);
  site.fire('woocommerce_rest_insert_product_review', commentHookArgument(site, finished));
  return finished;
}

export type Deletion = { readonly kind: 'trashed'; readonly row: CommentRow } | { readonly kind: 'deleted'; readonly row: CommentRow };

export function deleteReview(site: Site, id: number, force: boolean): Deletion {
  const row = requireReview(site, id);
  if (!force && row.status === 'trash') {
    throw new WpError('woocommerce_rest_already_trashed', 'The object has already been trashed.', 410);
  }
  const after = force ? row : changeStatus(site, row, 'trash');
  if (force) removeComment(site, row);
  site.fire('woocommerce_rest_delete_review', commentHookArgument(site, after));
  return { kind: force ? 'deleted' : 'trashed', row: after };
}

export function requireReview(site: Site, id: number): CommentRow {
  const row = site.db.comments.get(id);
  if (row === undefined || row.type !== 'review') {
    throw new WpError('woocommerce_rest_review_invalid_id', 'Invalid review ID.', 404);
  }
  return row;
}

function requireProduct(site: Site, params: Params): number {
  const id = Number(params['product_id']);
  if (site.db.products.get(id) !== undefined) return id;
  throw new WpError('woocommerce_rest_product_invalid_id', 'Invalid product ID.', 404);
}

interface Incoming {
  readonly productId: number;
  readonly content: string;
  readonly author: string;
  readonly email: string;
}

/**
 * WordPress compares what comes in with what is stored, after dropping backslashes and outer blanks from the former
 * only. So whatever it rewrote on save (tags in a name, links, backslashes, trailing blanks) is not recognised.
 */
export function isDuplicate(site: Site, incoming: Incoming): boolean {
  const content = stripSlashes(incoming.content).trim();
  const author = stripSlashes(incoming.author);
  return site.db.comments
    .ofProduct(incoming.productId)
    .some(
      (row) =>
        row.content === content &&
        row.author === author &&
        row.parent === 0 &&
        row.status !== 'trash' &&
        (incoming.email === '' || row.email === incoming.email),
    );
}

function duplicate(): WpError {
  const message = 'Duplicate comment detected; it looks as though you&#8217;ve already said that!';
  return new WpError('woocommerce_rest_comment_duplicate', message, 409);
}

function checkLengths(content: string, author: string): void {
  const message = 'Product review field exceeds maximum length allowed.';
  if (Buffer.byteLength(author) > MAX_NAME_BYTES) {
    throw new WpError('woocommerce_rest_reviewer_column_length', message, 400);
  }
  if (Buffer.byteLength(content) > MAX_TEXT_BYTES) {
    throw new WpError('woocommerce_rest_review_content_column_length', message, 400);
  }
}

function invalidContent(): WpError {
  return new WpError('woocommerce_rest_review_content_invalid', 'Invalid review content.', 400);
}

function readDate(site: Site, params: Params): number | null {
  const local = textParam(params, 'date_created');
  if (local !== undefined) return parseDate(local, site.utcOffsetMinutes);
  const gmt = textParam(params, 'date_created_gmt');
  return gmt === undefined ? null : parseDate(gmt, 0);
}

function text(params: Params, name: string): string {
  return textParam(params, name) ?? '';
}

/** PHP's `empty`, which takes the text "0" for nothing. */
function isEmpty(value: string): boolean {
  return value === '' || value === '0';
}
