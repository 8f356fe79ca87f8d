import type { SyncCode } from './sync-code';

const SHUT: ReadonlySet<SyncCode> = new Set<SyncCode>([
  'STORE_URL_INVALID', 'STORE_URL_INSECURE', 'STORE_URL_PRIVATE', 'STORE_NOT_RECOGNISED', 'STORE_AUTH', 'STORE_FORBIDDEN', 'WIX_FORBIDDEN', 'NOT_CONNECTED',
  'REPLIES_PASSWORD', 'REPLIES_IGNORED', 'REPLIES_FORBIDDEN',
]);

/** A wrong key, password or permission is no verdict on a review: whatever met it goes on once the shop lets us in again. */
export function isShopShut(code: SyncCode): boolean {
  return SHUT.has(code);
}
