/**
 * Every way a piece of work can end other than well. `advice.ts` maps each to the merchant's sentence and action,
 * `retry-class.ts` to what the engine does next. Kept as one list so that neither can miss one.
 */
export const SYNC_CODES = [
  // the store's address and keys
  'STORE_URL_INVALID', 'STORE_URL_INSECURE', 'STORE_URL_PRIVATE', 'STORE_UNREACHABLE', 'STORE_TIMEOUT',
  'STORE_CERTIFICATE', 'STORE_BLOCKED', 'STORE_NOT_RECOGNISED', 'STORE_AUTH', 'STORE_FORBIDDEN', 'STORE_RATE_LIMITED', 'STORE_SERVER_ERROR',
  'STORE_REFUSED', 'STORE_REVIEW_GONE', 'STORE_REVIEW_DUPLICATE',
  // the application password for replies
  'REPLIES_PASSWORD', 'REPLIES_IGNORED', 'REPLIES_FORBIDDEN',
  // Wix
  'WIX_RATE_LIMITED', 'WIX_FORBIDDEN', 'WIX_SERVER_ERROR', 'WIX_REFUSED', 'WIX_REVISION_STALE',
  'WIX_ORGANIC_REFUSED', 'WIX_REVIEW_DUPLICATE', 'STORAGE_NOT_READY',
  // one review
  'FIELD_TOO_LONG', 'RATING_MISSING', 'BODY_MISSING', 'AUTHOR_NO_EMAIL', 'PRODUCT_UNMATCHED',
  'CONTACT_HAS_REVIEW', 'DIFFERENT_REVIEWS', 'NOT_PUBLISHED', 'DIRECTION_OFF', 'CANNOT_EDIT', 'CANNOT_DELETE', 'GONE_UNPROVEN', 'ROLLED_BACK', 'PICTURE_FAILED',
  // the caller
  'INPUT_INVALID', 'NOT_CONNECTED', 'NOT_ALLOWED', 'TOKEN_INVALID', 'SIGNATURE_INVALID',
  // the inbox
  'REPLY_CHANGED', 'REVIEW_NOT_ON_WIX', 'ITEM_UNKNOWN', 'ALERT_UNREACHABLE', 'ALERT_REFUSED',
  // the engine
  'MASS_CHANGE', 'BUDGET_SPENT', 'BUSY', 'UNEXPECTED',
] as const;

export type SyncCode = (typeof SYNC_CODES)[number];
