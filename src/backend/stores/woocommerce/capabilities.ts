import type { Capabilities } from '../../../core/plan-types';

/**
 * What WooCommerce's own REST API can hold and do. Titles do not exist there, and replies are WordPress comments that
 * these keys may neither read nor write.
 *
 * The lengths are what WordPress accepts in UTF-8 bytes; a longer text in another script is refused by the store and
 * comes back as `FIELD_TOO_LONG`.
 */
export const WOOCOMMERCE_CAPABILITIES: Capabilities = {
  create: true,
  holds: ['body', 'rating', 'author', 'status'],
  edits: ['body', 'rating', 'author', 'status'],
  delete: 'trash',
  media: true,
  maxLength: { title: 0, body: 65_525, author: 245, reply: 0 },
};

/** The same with an application password of WordPress': a reply is a comment, and comments have the length of reviews. */
export const WITH_REPLIES: Capabilities = {
  ...WOOCOMMERCE_CAPABILITIES,
  holds: [...WOOCOMMERCE_CAPABILITIES.holds, 'reply'],
  edits: [...WOOCOMMERCE_CAPABILITIES.edits, 'reply'],
  maxLength: { ...WOOCOMMERCE_CAPABILITIES.maxLength, reply: WOOCOMMERCE_CAPABILITIES.maxLength.body },
};
