import type { SyncCode } from '../../../core/sync-code';
import { SyncError, type SyncErrorDetails } from '../../../core/sync-error';

/** A request, or one item of a batch, that the store did not do. */
export interface Refusal {
  readonly status: number;
  /** WooCommerce's own name of the error; `null` when the answer is not one of WooCommerce's. */
  readonly code: string | null;
  readonly retryAfterMs: number | null;
}

/** Errors WooCommerce names, where the name says more than the HTTP status. */
const BY_CODE: ReadonlyMap<string, { readonly code: SyncCode; readonly field?: string; readonly expected?: string }> = new Map([
  ['woocommerce_rest_comment_duplicate', { code: 'STORE_REVIEW_DUPLICATE' }],
  ['woocommerce_rest_review_invalid_id', { code: 'STORE_REVIEW_GONE' }],
  ['woocommerce_rest_product_invalid_id', { code: 'PRODUCT_GONE' }],
  ['woocommerce_rest_already_trashed', { code: 'STORE_REVIEW_GONE' }],
  ['woocommerce_rest_review_content_invalid', { code: 'BODY_MISSING', field: 'body' }],
  ['woocommerce_rest_review_content_column_length', { code: 'FIELD_TOO_LONG', field: 'body', expected: 'at most 65525 bytes' }],
  ['woocommerce_rest_reviewer_column_length', { code: 'FIELD_TOO_LONG', field: 'author', expected: 'at most 245 bytes' }],
  // A site whose bin is switched off deletes for good or not at all.
  ['woocommerce_rest_trash_not_supported', { code: 'CANNOT_DELETE' }],
  ['rest_no_route', { code: 'STORE_NOT_RECOGNISED' }],
]);

/** Names are the store's own words: only what looks like one of WordPress' identifiers may enter an error. */
const NAME_SHAPE = /^[a-z][a-z0-9_]{0,79}$/iu;

export function errorFromResponse({ status, code, retryAfterMs }: Refusal): SyncError {
  const name = code !== null && NAME_SHAPE.test(code) ? ` ${code}` : '';
  const details: SyncErrorDetails = { got: `HTTP ${status}${name}` };
  const known = code === null ? undefined : BY_CODE.get(code);
  if (known !== undefined) {
    const { code: syncCode, ...about } = known;
    return new SyncError(syncCode, { ...about, ...details });
  }
  const syncCode = codeOfStatus(status, code);
  if (syncCode === 'STORE_URL_INVALID') return redirected(status);
  return new SyncError(syncCode, SAYS_WHEN.includes(status) && retryAfterMs !== null ? { ...details, retryAfterMs } : details);
}

/** Asked to slow down, and WordPress' maintenance mode: both tell when to come back. */
const SAYS_WHEN = [429, 503];

function codeOfStatus(status: number, code: string | null): SyncCode {
  if (status === 0 || (status >= 300 && status < 400)) return 'STORE_URL_INVALID';
  if (status === 401) return 'STORE_AUTH';
  // WordPress names its errors. Without a name, these are a firewall's; 406 is what a common one answers, and never WordPress.
  if (status === 406 || (status === 403 && code === null)) return 'STORE_BLOCKED';
  if (status === 403) return 'STORE_FORBIDDEN';
  // What a proxy says of the certificate behind it.
  if (status === 525 || status === 526) return 'STORE_CERTIFICATE';
  if (status === 408) return 'STORE_TIMEOUT';
  // A web server in front of WordPress limits bodies, to 1 MB as a rule.
  if (status === 413) return 'STORE_REFUSED';
  if (status === 429) return 'STORE_RATE_LIMITED';
  if (status >= 500) return 'STORE_SERVER_ERROR';
  return code === null ? 'STORE_NOT_RECOGNISED' : 'STORE_REFUSED';
}

/** Following it would send the merchant's keys to an address nobody checked. */
function redirected(status: number): SyncError {
  return new SyncError('STORE_URL_INVALID', { field: 'url', got: `a redirect (HTTP ${status})`, expected: 'the address the store redirects to' });
}
