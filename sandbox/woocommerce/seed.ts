import { createProduct } from './product-routes';
import { recountProduct } from './product-writes';
import type { CommentRow, CommentStatus, ProductRow } from './rows';
import { nowMs, type Site } from './site';

export interface SeedProduct {
  readonly id?: number;
  readonly name: string;
  readonly slug?: string;
  readonly sku?: string;
  readonly price?: string;
  readonly description?: string;
}

export interface SeedReview {
  readonly id?: number;
  readonly productId: number;
  readonly reviewer: string;
  readonly email: string;
  readonly review: string;
  readonly rating: number;
  readonly status?: CommentStatus;
  readonly createdMs?: number;
  readonly verified?: boolean;
}

export interface Seeded {
  readonly products: readonly ProductRow[];
  readonly reviews: readonly CommentRow[];
}

/** Puts rows in as they are, without filters; call it before any webhook exists. */
export function seed(site: Site, products: readonly SeedProduct[], reviews: readonly SeedReview[]): Seeded {
  const seededProducts = products.map((product) => seedProduct(site, product));
  const seededReviews = reviews.map((review) => seedReview(site, review));
  for (const id of new Set(reviews.map((review) => review.productId))) recountProduct(site, id);
  return { products: seededProducts.map(({ id, ...row }) => site.db.products.get(id) ?? { id, ...row }), reviews: seededReviews };
}

function seedProduct(site: Site, { id, price, ...product }: SeedProduct): ProductRow {
  // The id after the reserved one is the next to be given.
  if (id !== undefined) site.db.reserveId('post', id - 1);
  const row = createProduct(site, { ...product, regular_price: price });
  if (id === undefined || row.id === id) return row;
  site.db.products.delete(row.id);
  const moved = { ...row, id };
  site.db.products.put(moved);
  return moved;
}

function seedReview(site: Site, review: SeedReview): CommentRow {
  if (review.id !== undefined) site.db.reserveId('comment', review.id);
  const row: CommentRow = {
    id: review.id ?? site.db.nextId('comment'),
    productId: review.productId,
    parent: 0,
    type: 'review',
    author: review.reviewer,
    email: review.email,
    url: '',
    agent: 'Mozilla/5.0',
    userId: 0,
    content: review.review,
    createdMs: review.createdMs ?? nowMs(site),
    status: review.status ?? 'approved',
    statusBefore: review.status === 'trash' || review.status === 'spam' ? 'approved' : null,
    rating: review.rating,
    verified: review.verified ?? false,
  };
  site.db.comments.put(row);
  return row;
}
