import type { Invocation } from './invocation';

export type LogSide = 'wix' | 'store' | 'owner' | 'refused';

/** `write` changes what a shop shows; `own` is the app's own data, tokens and telemetry. */
export type CallKind = 'read' | 'write' | 'own';

export interface LoggedCall {
  readonly id: number;
  readonly atMs: number;
  /** Which invocation of the app made it; `null` for a page in the browser. */
  readonly invocation: number | null;
  readonly side: LogSide;
  readonly kind: CallKind;
  readonly method: string;
  readonly url: string;
  status: number | null;
}

const MAX_KEPT = 20_000;

/** Everything that left the app, in the order it left. Never headers or bodies: they carry tokens and shoppers' words. */
export class RequestLog {
  readonly #calls: LoggedCall[] = [];
  readonly #invocations: Invocation[] = [];
  #lastId = 0;

  open(call: Pick<LoggedCall, 'invocation' | 'side' | 'method' | 'url'>): LoggedCall {
    this.#lastId += 1;
    const logged: LoggedCall = { ...call, id: this.#lastId, atMs: Date.now(), kind: kindOf(call.side, call.method, call.url), status: null };
    keep(this.#calls, logged);
    return logged;
  }

  openInvocation(method: string, path: string): Invocation {
    this.#lastId += 1;
    const invocation: Invocation = { id: this.#lastId, method, path, startedAtMs: Date.now(), calls: 0, refused: 0, status: null, durationMs: null };
    keep(this.#invocations, invocation);
    return invocation;
  }

  calls(): readonly LoggedCall[] {
    return this.#calls;
  }

  invocations(): readonly Invocation[] {
    return this.#invocations;
  }

  clear(): void {
    this.#calls.length = 0;
    this.#invocations.length = 0;
  }
}

function keep<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > MAX_KEPT) list.splice(0, list.length - MAX_KEPT);
}

const OWN_PATHS = /^\/(wix-data|oauth2|otel-collector|wixcode)\//u;
const READ_POSTS = /\/(query|search|count|token-info)$/u;

/** What a call does, told by its address alone. */
export function kindOf(side: LogSide, method: string, url: string): CallKind {
  const { pathname, hostname } = new URL(url);
  if (side === 'wix' && (OWN_PATHS.test(pathname) || hostname.startsWith('frog.'))) return 'own';
  if (method === 'GET' || method === 'HEAD' || READ_POSTS.test(pathname)) return 'read';
  // Asking a store to send its webhooks changes nothing a shopper can see.
  if (side === 'store' && pathname.includes('/webhooks')) return 'own';
  return 'write';
}
