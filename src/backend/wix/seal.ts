import { SyncError } from '../../core/sync-error';
import { deriveKey } from './app-key';
import { fromBase64, toBase64Url } from './base64';

/** Names how the envelope was made, so that a later way can be told from this one. */
const VERSION = 'v1';
const IV_BYTES = 12;

/** Encrypts with AES-GCM. `context` is not hidden but bound: with another one the envelope does not open. */
export async function seal(text: string, appKey: Uint8Array<ArrayBuffer>, context: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await deriveKey(appKey, 'seal');
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(context) }, key, bytesOf(text));
  return [VERSION, toBase64Url(iv), toBase64Url(new Uint8Array(cipher))].join('.');
}

/** Throws `UNEXPECTED` when the envelope is not ours, was changed, or belongs to another context. */
export async function unseal(sealed: string, appKey: Uint8Array<ArrayBuffer>, context: string): Promise<string> {
  const [version, ivText = '', cipherText = '', ...rest] = sealed.split('.');
  const iv = fromBase64(ivText);
  const cipher = fromBase64(cipherText);
  if (version !== VERSION || iv?.length !== IV_BYTES || cipher === null || rest.length > 0) throw unreadable('something that is no envelope');
  const key = await deriveKey(appKey, 'seal');
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(context) }, key, cipher));
  } catch {
    throw unreadable('an envelope of another key or context');
  }
}

function unreadable(got: string): SyncError {
  return new SyncError('UNEXPECTED', { field: 'sealed', got });
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}
