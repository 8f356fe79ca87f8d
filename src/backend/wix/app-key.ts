import { SyncError } from '../../core/sync-error';
import { fromBase64 } from './base64';
import { readSecret } from './secrets';

const BYTES = 32;

/** One key for each purpose, so that what is made for one is worthless for another. */
export type KeyPurpose = 'hook' | 'tick' | 'picture' | 'store-secret' | 'seal';

/** The app's own key, from the environment. */
export function readAppKey(): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(readSecret('RELAY_APP_KEY'));
  if (bytes?.length !== BYTES) throw new SyncError('UNEXPECTED', { field: 'RELAY_APP_KEY', got: `${bytes?.length ?? 'unreadable'} bytes`, expected: `${BYTES} bytes in base64` });
  return bytes;
}

/** A key for one purpose, derived from the app's with HKDF. */
export async function deriveKey(appKey: Uint8Array<ArrayBuffer>, purpose: KeyPurpose): Promise<CryptoKey> {
  const master = await crypto.subtle.importKey('raw', appKey, 'HKDF', false, ['deriveKey']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(`review-relay ${purpose}`) };
  return purpose === 'seal'
    ? crypto.subtle.deriveKey(parameters, master, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    : crypto.subtle.deriveKey(parameters, master, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign', 'verify']);
}
