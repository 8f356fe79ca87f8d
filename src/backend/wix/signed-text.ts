import { deriveKey, type KeyPurpose } from './app-key';
import { fromBase64, toBase64Url } from './base64';

/** Path-safe text that others can read but not make: `base64url(text).base64url(hmac)`. */
export async function signText(purpose: KeyPurpose, text: string, appKey: Uint8Array<ArrayBuffer>): Promise<string> {
  const claims = toBase64Url(bytesOf(text));
  const signature = await crypto.subtle.sign('HMAC', await deriveKey(appKey, purpose), bytesOf(claims));
  return `${claims}.${toBase64Url(new Uint8Array(signature))}`;
}

/** `null` when we did not sign it for this purpose. WebCrypto compares in constant time. */
export async function readSigned(purpose: KeyPurpose, token: string, appKey: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const [claims = '', signatureText = '', ...rest] = token.split('.');
  const signature = fromBase64(signatureText);
  if (signature === null || rest.length > 0) return null;
  if (!(await crypto.subtle.verify('HMAC', await deriveKey(appKey, purpose), signature, bytesOf(claims)))) return null;
  return new TextDecoder().decode(fromBase64(claims) ?? new Uint8Array());
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}
