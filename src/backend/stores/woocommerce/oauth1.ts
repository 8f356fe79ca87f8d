import type { Clock } from '../../sync/clock';
import type { Authorise, WooKeys } from './authorise';

const NONCE_CHARS = 32;

/**
 * OAuth 1.0a with HMAC-SHA256 in the query: the only proof WooCommerce takes over plain http, because the secret
 * itself never travels. The body is not covered, which is why it is good enough only on this machine.
 */
export function oauth1({ key, secret }: WooKeys, clock: Clock, random: () => number): Authorise {
  return async (method, target) => {
    const url = new URL(target);
    const proof = {
      oauth_consumer_key: key,
      oauth_nonce: nonce(random),
      oauth_signature_method: 'HMAC-SHA256',
      oauth_timestamp: String(Math.floor(clock.nowMs() / 1000)),
    };
    for (const [name, value] of Object.entries(proof)) url.searchParams.set(name, value);
    url.searchParams.set('oauth_signature', await sign(signatureBase(method, url), secret));
    return { url, headers: {} };
  };
}

/** RFC 5849 §3.4.1, exported for its test. */
export function signatureBase(method: string, url: URL): string {
  const params = [...url.searchParams].map(([name, value]): [string, string] => [percentEncode(name), percentEncode(value)]);
  // By name first: as whole pairs, "a2=" would come before "a=".
  params.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  const query = params.map((param) => param.join('=')).join('&');
  return [method.toUpperCase(), `${url.origin}${url.pathname}`, query].map(percentEncode).join('&');
}

async function sign(text: string, secret: string): Promise<string> {
  // The key's second half would be a token secret, which WooCommerce does not have.
  const key = await crypto.subtle.importKey('raw', utf8(`${secret}&`), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, utf8(text));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

/** By code unit, which for percent-encoded text is by byte. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** RFC 3986: `encodeURIComponent` leaves five characters that OAuth wants encoded. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function nonce(random: () => number): string {
  return Array.from({ length: NONCE_CHARS }, () => Math.floor(random() * 16).toString(16)).join('');
}
