import { SyncError } from '../../../core/sync-error';
import { hostKind, type HostKind } from '../../../core/private-host';
import { isPublicPort } from '../../../core/public-port';

/** Whether this very machine may be the store: only where a developer runs one. */
export type Loopback = 'allowed' | 'refused';

/** A store's address that may be spoken to. */
export interface StoreUrl {
  /** Origin and path of the WordPress site, without a closing slash. */
  readonly base: string;
  /** How keys are shown: WooCommerce ignores Basic over plain http, and a secret must not cross in clear text anyway. */
  readonly auth: 'basic' | 'oauth1';
}

/** Pages a merchant may paste instead of the shop's address. */
const WORDPRESS_PATHS = /\/(?:wp-json|wp-admin|wp-login\.php)(?:\/.*)?$/u;

/**
 * Parses the address of a WooCommerce store and refuses what must not be called from a server: plain http, this
 * machine, private networks and cloud metadata. A shop in a sub-path (https://shop.example/store) keeps it; a query
 * or fragment is dropped.
 *
 * Limit: only the text is judged. This runtime cannot look a name up, so a public name whose DNS record points into
 * a private network passes here; the platform's own egress rules are the guard against that. Redirects are never
 * followed (see `request.ts`), so a public store cannot lead a request elsewhere.
 */
export function parseStoreUrl(raw: string, loopback: Loopback): StoreUrl {
  const text = raw.trim();
  if (!URL.canParse(text)) throw invalid(`text of ${text.length} characters`);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw invalid(`the scheme ${url.protocol}`);
  if (url.username !== '' || url.password !== '') throw invalid('a user name or password inside the address');
  const kind = hostKind(url.hostname);
  refuseHost(kind, loopback);
  if (url.protocol === 'http:' && kind !== 'loopback') throw new SyncError('STORE_URL_INSECURE', { field: 'url', got: 'http', expected: 'https' });
  if (kind === 'public' && !isPublicPort(url.port)) throw invalid(`port ${url.port}`, 'port 443 or 8443');
  const path = url.pathname.replace(WORDPRESS_PATHS, '').replace(/\/+$/u, '');
  return { base: `${url.origin}${path}`, auth: url.protocol === 'https:' ? 'basic' : 'oauth1' };
}

function refuseHost(kind: HostKind, loopback: Loopback): void {
  if (kind === 'public' || (kind === 'loopback' && loopback === 'allowed')) return;
  throw new SyncError('STORE_URL_PRIVATE', { field: 'url', got: `a ${kind} host`, expected: 'a public host' });
}

function invalid(got: string, expected = 'an address such as https://shop.example'): SyncError {
  return new SyncError('STORE_URL_INVALID', { field: 'url', got, expected });
}
