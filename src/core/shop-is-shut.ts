import type { SyncCode } from './sync-code';

/** The application password does not work (any more). */
export const REPLY_CODES: readonly SyncCode[] = ['REPLIES_PASSWORD', 'REPLIES_IGNORED', 'REPLIES_FORBIDDEN'];

const SHUT: ReadonlySet<SyncCode> = new Set<SyncCode>([
  'STORE_URL_INVALID', 'STORE_URL_INSECURE', 'STORE_URL_PRIVATE', 'STORE_NOT_RECOGNISED', 'STORE_AUTH', 'STORE_FORBIDDEN', 'WIX_FORBIDDEN', 'NOT_CONNECTED',
  ...REPLY_CODES,
]);

/** A wrong key, password or permission is no verdict on a review: whatever met it goes on once the shop lets us in again. */
export function isShopShut(code: SyncCode): boolean {
  return SHUT.has(code);
}
