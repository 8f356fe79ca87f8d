import { isSyncError, SyncError } from '../../../core/sync-error';
import type { CallBudget } from '../../sync/call-budget';
import type { Clock } from '../../sync/clock';
import type { Authorise } from './authorise';
import { errorFromResponse } from './error-from-response';
import { readText } from './read-text';
import { retryAfterMs } from './retry-after';

/** One call of the REST API; `path` is what follows `/wp-json/wc/v3/`. */
export interface WooCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type WooReply =
  | { readonly kind: 'answered'; readonly json: unknown; readonly headers: Headers }
  /** WooCommerce itself said no. `name` is its own name of the error. */
  | { readonly kind: 'refused'; readonly status: number; readonly name: string | null; readonly error: SyncError };

/** Sends one call and spends it. Throws `SyncError` when no answer of WooCommerce's came back. */
export type Send = (call: WooCall) => Promise<WooReply>;

export interface SendDeps {
  /** Origin and path of the WordPress site, checked by `parseStoreUrl`. */
  readonly base: string;
  readonly authorise: Authorise;
  readonly fetch: typeof fetch;
  readonly budget: CallBudget;
  readonly clock: Clock;
  readonly timeoutMs: number;
}

/** A hundred reviews of the greatest length are 6.5 MB. */
const MAX_BYTES = 8 * 1024 * 1024;

export function createSend(deps: SendDeps): Send {
  return async (call) => {
    const { url, headers } = await deps.authorise(call.method, address(deps.base, call));
    deps.budget.spend();
    const { response, text } = await exchange(deps, call, url, headers);
    return toReply(response, text, deps.clock.nowMs());
  };
}

/** What the store answered, or the error it refused with. */
export async function answer(reply: Promise<WooReply>): Promise<Extract<WooReply, { kind: 'answered' }>> {
  const settled = await reply;
  if (settled.kind === 'refused') throw settled.error;
  return settled;
}

function address(base: string, { path, query = {} }: WooCall): URL {
  const url = new URL(`${base}/wp-json/wc/v3/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

async function exchange({ fetch, timeoutMs }: SendDeps, { method, body }: WooCall, url: URL, auth: Readonly<Record<string, string>>): Promise<{ response: Response; text: string }> {
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const headers = { Accept: 'application/json', 'User-Agent': 'ReviewRelay', ...json, ...auth };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url.href, { method, headers, redirect: 'manual', signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { response, text: await readText(response, MAX_BYTES) };
  } catch (error) {
    if (isSyncError(error)) throw error;
    if (signal.aborted) throw new SyncError('STORE_TIMEOUT', { got: 'no answer', expected: `one within ${timeoutMs} ms` });
    throw new SyncError('STORE_UNREACHABLE', { got: networkFault(error) });
  }
}

function toReply({ status, ok, headers }: Response, text: string, nowMs: number): WooReply {
  const json = parseJson(text);
  if (ok && json !== undefined) return { kind: 'answered', json, headers };
  if (ok) throw new SyncError('STORE_NOT_RECOGNISED', { field: 'response', got: `HTTP ${status} without JSON`, expected: 'JSON of WooCommerce' });
  const name = errorName(json);
  const error = errorFromResponse({ status, code: name, retryAfterMs: retryAfterMs(headers.get('Retry-After'), nowMs) });
  if (name === null) throw error;
  return { kind: 'refused', status, name, error };
}

/** `undefined` when it is none, which no JSON text parses to. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorName(json: unknown): string | null {
  const name = typeof json === 'object' && json !== null && 'code' in json ? json.code : null;
  return typeof name === 'string' ? name : null;
}

/** The system's short name of the fault, such as `ENOTFOUND` or `CERT_HAS_EXPIRED`; messages hold addresses. */
function networkFault(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/u.test(code) ? code : 'a network error';
}
