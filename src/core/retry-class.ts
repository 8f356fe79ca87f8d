import type { SyncCode } from './sync-code';

/**
 * What the engine does next. `transient`: try again, less and less often. `throttled`: the same, but not before the
 * other side said. `permanent`: the same try would fail the same way. `needs-person`: until somebody does something.
 */
export type RetryClass = 'transient' | 'throttled' | 'permanent' | 'needs-person';

const CLASSES: Readonly<Record<SyncCode, RetryClass>> = {
  STORE_URL_INVALID: 'needs-person',
  STORE_URL_INSECURE: 'needs-person',
  STORE_URL_PRIVATE: 'needs-person',
  STORE_UNREACHABLE: 'transient',
  STORE_TIMEOUT: 'transient',
  STORE_DOWN: 'throttled',
  STORE_CERTIFICATE: 'transient',
  STORE_BLOCKED: 'transient',
  STORE_NOT_RECOGNISED: 'needs-person',
  STORE_AUTH: 'needs-person',
  STORE_FORBIDDEN: 'needs-person',
  STORE_RATE_LIMITED: 'throttled',
  STORE_SERVER_ERROR: 'transient',
  STORE_REFUSED: 'permanent',
  STORE_REVIEW_GONE: 'transient',
  STORE_REVIEW_DUPLICATE: 'needs-person',
  REPLIES_PASSWORD: 'needs-person',
  REPLIES_IGNORED: 'needs-person',
  REPLIES_FORBIDDEN: 'needs-person',
  WIX_RATE_LIMITED: 'throttled',
  WIX_FORBIDDEN: 'needs-person',
  WIX_SERVER_ERROR: 'transient',
  WIX_REFUSED: 'permanent',
  WIX_REVISION_STALE: 'transient',
  WIX_ORGANIC_REFUSED: 'permanent',
  WIX_REVIEW_DUPLICATE: 'needs-person',
  STORAGE_NOT_READY: 'transient',
  FIELD_TOO_LONG: 'needs-person',
  RATING_MISSING: 'permanent',
  BODY_MISSING: 'permanent',
  AUTHOR_NO_EMAIL: 'permanent',
  PRODUCT_UNMATCHED: 'needs-person',
  CONTACT_HAS_REVIEW: 'permanent',
  DIFFERENT_REVIEWS: 'needs-person',
  NOT_PUBLISHED: 'permanent',
  DIRECTION_OFF: 'permanent',
  CANNOT_EDIT: 'permanent',
  CANNOT_DELETE: 'needs-person',
  GONE_UNPROVEN: 'needs-person',
  COUNTERPART_GONE: 'permanent',
  PRODUCT_GONE: 'permanent',
  ROLLED_BACK: 'permanent',
  PICTURE_FAILED: 'needs-person',
  MASS_CHANGE: 'needs-person',
  INPUT_INVALID: 'permanent',
  OTHER_STORE: 'needs-person',
  STORE_MOVED: 'needs-person',
  NOT_CONNECTED: 'needs-person',
  NOT_ALLOWED: 'permanent',
  TOKEN_INVALID: 'permanent',
  SIGNATURE_INVALID: 'permanent',
  REPLY_CHANGED: 'needs-person',
  REVIEW_NOT_ON_WIX: 'needs-person',
  ITEM_UNKNOWN: 'permanent',
  ITEM_CHANGED: 'needs-person',
  ALERT_UNREACHABLE: 'transient',
  ALERT_REFUSED: 'needs-person',
  BUDGET_SPENT: 'transient',
  BUSY: 'transient',
  UNEXPECTED: 'transient',
};

export function retryClass(code: SyncCode): RetryClass {
  return CLASSES[code];
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** The schedule Standard Webhooks recommends, with one more day at the end: a weekend's outage is waited out. */
const DELAYS_MS: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** Up to this much earlier or later, so that what failed together is not tried again together. */
const JITTER = 0.2;

/**
 * How long to wait before trying again, `attempt` being the number of retries made before (0 after the first
 * failure); `null` when it is time to give up. `random` gives numbers from 0 to below 1.
 */
export function retryDelayMs(attempt: number, random: () => number): number | null {
  if (!Number.isInteger(attempt) || attempt < 0) throw new RangeError(`Expected attempt to be a whole number from 0, got ${attempt}`);
  const delayMs = DELAYS_MS[attempt];
  return delayMs === undefined ? null : Math.round(delayMs * (1 - JITTER + 2 * JITTER * random()));
}
