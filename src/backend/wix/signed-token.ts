import { brandId, type InstanceId } from '../../core/ids';
import { deriveKey } from './app-key';
import { toBase64Url } from './base64';
import { bytesOf, readSigned, signText } from './signed-text';

/** What an address of ours stands for. */
export interface SignedClaims {
  readonly instanceId: InstanceId;
  /** Renewed with every connection, so that addresses of an earlier one can be told. */
  readonly nonce: string;
}

type Purpose = 'hook' | 'tick';

/** Path-safe text that says whose site it is and that we said so: `base64url(instance.nonce).base64url(hmac)`. */
export async function signToken(purpose: Purpose, { instanceId, nonce }: SignedClaims, appKey: Uint8Array<ArrayBuffer>): Promise<string> {
  return signText(purpose, `${instanceId}.${nonce}`, appKey);
}

/** `null` when we did not sign it for this purpose. WebCrypto compares in constant time. */
export async function readToken(purpose: Purpose, token: string, appKey: Uint8Array<ArrayBuffer>): Promise<SignedClaims | null> {
  const text = await readSigned(purpose, token, appKey);
  const [, instanceId = '', nonce = ''] = /^([^.]+)\.(.+)$/s.exec(text ?? '') ?? [];
  return instanceId === '' ? null : { instanceId: brandId<InstanceId>(instanceId), nonce };
}

/** What a store signs its deliveries to a hook token with. Derived, so that checking one needs no row. */
export async function storeWebhookSecret(token: string, appKey: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', await deriveKey(appKey, 'store-secret'), bytesOf(token))));
}
