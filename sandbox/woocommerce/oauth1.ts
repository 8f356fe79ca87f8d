import { createHmac, timingSafeEqual } from 'node:crypto';

const SIGNATURE = 'oauth_signature';

/**
 * Signature of a request by OAuth 1.0a "one-legged" with HMAC-SHA256, the way WooCommerce computes it: every query
 * parameter but the signature, sorted, its percent signs encoded twice.
 */
export function signOAuth1(method: string, baseUrl: string, query: URLSearchParams, consumerSecret: string): string {
  const pairs = [...query.entries()]
    .filter(([key]) => key !== SIGNATURE)
    .map(([key, value]): [string, string] => [encode(encode(key)), encode(encode(value))])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}%3D${value}`);
  const base = `${method.toUpperCase()}&${encode(baseUrl)}&${pairs.join('%26')}`;
  return createHmac('sha256', `${consumerSecret}&`).update(base).digest('base64');
}

export function sameSecret(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** RFC 3986, as PHP's `rawurlencode`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
