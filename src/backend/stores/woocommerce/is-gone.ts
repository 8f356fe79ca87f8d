import type { WooReply } from './request';

/**
 * WooCommerce's own words for "no such review". A bare 404 is not enough: a site under repair or with broken
 * permalinks answers it for everything, and must not look like a store that lost its reviews.
 */
const GONE_NAMES: readonly (string | null)[] = [
  'woocommerce_rest_review_invalid_id',
  // The review is still a row, but its product was deleted for good, and so nobody can reach it any more.
  'woocommerce_rest_product_invalid_id',
];

export function isGone(reply: Extract<WooReply, { kind: 'refused' }>): boolean {
  return reply.status === 404 && GONE_NAMES.includes(reply.name);
}
