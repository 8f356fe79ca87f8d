import { sameSecret, signOAuth1 } from './oauth1';
import { WpError } from './wp-error';

export interface ApiKey {
  readonly key: string;
  readonly secret: string;
  readonly permissions?: 'read' | 'write' | 'read_write';
}

/** A WordPress user with an application password: what wp/v2 asks for. */
export interface AppPassword {
  readonly user: string;
  readonly password: string;
  /** Number of the user; 1, the owner, unless given. */
  readonly userId?: number;
  /** Whether the user may moderate comments, as the owner may. */
  readonly moderates?: boolean;
}

/** Who makes a request; `key` users exist on wc/v3 only. */
export type Caller =
  | { readonly kind: 'key'; readonly permissions: 'read' | 'write' | 'read_write' }
  | { readonly kind: 'user'; readonly user: string; readonly userId: number; readonly moderates: boolean }
  | { readonly kind: 'nobody' };

interface AuthOptions {
  readonly keys: readonly ApiKey[];
  readonly appPasswords: readonly AppPassword[];
  /** A security plug-in can switch application passwords off; WordPress then ignores them without a word. */
  readonly appPasswordsOff: () => boolean;
  /** What took the place of all of them, if anything did. */
  readonly newAppPassword: () => string | null;
  readonly nowMs: () => number;
  /** Address of the store over plain http, which is what an OAuth 1.0a signature is made for. */
  readonly plainOrigin: string;
}

const MAX_CLOCK_SKEW_S = 15 * 60;
/** The first user of a WordPress site. */
export const OWNER_ID = 1;

const NOBODY: Caller = { kind: 'nobody' };

/** PHP's `is_ssl()` behind a proxy: without TLS, Basic and the query keys are ignored, not refused. */
export function isTls(request: Request): boolean {
  return request.headers.get('x-forwarded-proto') === 'https' || new URL(request.url).protocol === 'https:';
}

export function createAuthenticator(options: AuthOptions): (request: Request) => Caller {
  const usedNonces = new Set<string>();
  return (request) => {
    const url = new URL(request.url);
    const basic = readBasic(request);
    if (!url.pathname.startsWith('/wp-json/wc/')) return wordPressUser(options, request, basic);
    if (isTls(request)) return overTls(options, request, basic);
    if (!url.searchParams.has('oauth_signature')) return NOBODY;
    return oauthUser(options, request, usedNonces);
  };
}

/** Application passwords count over TLS only, and only while nobody switched them off. */
function wordPressUser(options: AuthOptions, request: Request, basic: Basic | null): Caller {
  return basic === null || !isTls(request) || options.appPasswordsOff() ? NOBODY : passwordUser(options, basic, true);
}

function overTls(options: AuthOptions, request: Request, basic: Basic | null): Caller {
  const query = new URL(request.url).searchParams;
  const key = query.get('consumer_key') ?? basic?.user ?? '';
  const secret = query.get('consumer_secret') ?? basic?.password ?? '';
  const known = options.keys.find((candidate) => candidate.key === key);
  if (known === undefined) return basic === null ? NOBODY : passwordUser(options, basic, false);
  if (!sameSecret(known.secret, secret)) throw refused('Consumer secret is invalid.');
  return permitted(known, request.method);
}

function oauthUser(options: AuthOptions, request: Request, usedNonces: Set<string>): Caller {
  const url = new URL(request.url);
  const query = url.searchParams;
  const known = options.keys.find((candidate) => candidate.key === query.get('oauth_consumer_key'));
  if (known === undefined) throw refused('Consumer key is invalid.');
  if (query.get('oauth_signature_method') !== 'HMAC-SHA256') {
    throw refused('Invalid signature - signature method is invalid.');
  }
  const expected = signOAuth1(request.method, `${options.plainOrigin}${url.pathname}`, query, known.secret);
  // The store's framework strips blanks it finds where a client forgot to encode a plus sign.
  const given = (query.get('oauth_signature') ?? '').replaceAll(' ', '+');
  if (!sameSecret(expected, given)) throw refused('Invalid signature - provided signature does not match.');
  const timestampS = Number(query.get('oauth_timestamp'));
  if (!(Math.abs(options.nowMs() / 1000 - timestampS) <= MAX_CLOCK_SKEW_S)) throw refused('Invalid timestamp.');
  const nonce = `${known.key} ${query.get('oauth_nonce') ?? ''}`;
  if (usedNonces.has(nonce)) throw refused('Invalid nonce - nonce has already been used.');
  usedNonces.add(nonce);
  return permitted(known, request.method);
}

function permitted({ permissions = 'read_write' }: ApiKey, method: string): Caller {
  const wanted = ['GET', 'HEAD', 'OPTIONS'].includes(method) ? 'read' : 'write';
  if (permissions !== 'read_write' && permissions !== wanted && method !== 'OPTIONS') {
    throw refused(`The API key provided does not have ${wanted} permissions.`);
  }
  return { kind: 'key', permissions };
}

function passwordUser(options: AuthOptions, { user, password }: Basic, strict: boolean): Caller {
  const known = options.appPasswords.find((candidate) => candidate.user === user);
  if (known === undefined) {
    if (!strict) return NOBODY;
    const message = '<strong>Error:</strong> Unknown username. Check again or try your email address.';
    throw new WpError('invalid_username', message, 401);
  }
  // WordPress shows an application password in groups of four and accepts it with or without the blanks.
  const current = options.newAppPassword() ?? known.password;
  if (sameSecret(current.replaceAll(' ', ''), password.replaceAll(' ', ''))) return { kind: 'user', user, userId: known.userId ?? OWNER_ID, moderates: known.moderates ?? true };
  throw new WpError('incorrect_password', 'The provided password is an invalid application password.', 401);
}

type Basic = Pick<AppPassword, 'user' | 'password'>;

function readBasic(request: Request): Basic | null {
  const match = /^Basic\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '');
  if (match === null) return null;
  const text = Buffer.from(match[1] ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon === -1 ? null : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

function refused(message: string): WpError {
  return new WpError('woocommerce_rest_authentication_error', message, 401);
}
