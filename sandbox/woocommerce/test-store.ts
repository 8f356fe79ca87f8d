import type { SandboxClock } from '../clock';
import { openJournal, type Journal } from '../journal';
import { createWooStandIn, type WooStandIn, type WooStandInOptions } from './stand-in';

/** The made-up pair of the captures, so that the captured OAuth signature verifies as it is. */
export const KEY = { key: `ck_${'a1'.repeat(20)}`, secret: `cs_${'b2'.repeat(20)}` };
export const OWNER = { user: 'admin', password: 'abcd efgh ijkl mnop qrst uvwx' };
export const BASIC = `Basic ${btoa(`${KEY.key}:${KEY.secret}`)}`;
export const OWNER_BASIC = `Basic ${btoa(`${OWNER.user}:${OWNER.password}`)}`;

/** A clock that stands still until it is set; timers run when it passes them. */
export interface HandClock extends SandboxClock {
  set(ms: number): void;
}

export function createHandClock(startMs: number): HandClock {
  let now = startMs;
  const timers = new Set<{ readonly dueMs: number; readonly run: () => void }>();
  return {
    speed: 1,
    nowMs: () => now,
    after(delayMs, run) {
      const timer = { dueMs: now + delayMs, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    set(ms) {
      now = ms;
      for (const timer of [...timers].filter(({ dueMs }) => dueMs <= now)) {
        timers.delete(timer);
        timer.run();
      }
    },
  };
}

export interface TestStore {
  readonly store: WooStandIn;
  readonly clock: HandClock;
  /** Every delivery that left the store, with its body read. */
  readonly deliveries: { readonly request: Request; readonly body: string }[];
  /** Calls wc/v3 over TLS with a key; `path` starts behind `/wp-json/wc/v3`. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown; headers: Headers }>;
}

interface TestStoreOptions extends Partial<WooStandInOptions> {
  readonly journal?: Journal;
  /** Status a receiver answers deliveries with. */
  readonly answer?: () => number;
}

export function openTestStore({ answer = () => 200, ...options }: TestStoreOptions = {}): TestStore {
  const clock = createHandClock(Date.parse('2026-11-23T10:46:04Z'));
  const deliveries: TestStore['deliveries'] = [];
  const store = createWooStandIn({
    journal: openJournal(null),
    clock,
    publicUrl: 'http://127.0.0.1:8099',
    ownerEmail: 'owner@example.test',
    keys: [KEY],
    appPasswords: [OWNER],
    async deliver(request) {
      deliveries.push({ request, body: await request.text() });
      return new Response(null, { status: answer() });
    },
    ...options,
  });
  return {
    store,
    clock,
    deliveries,
    async call(method, path, body) {
      const response = await store.fetch(
        new Request(`https://127.0.0.1:8099/wp-json/wc/v3${path}`, {
          method,
          headers: { authorization: BASIC, 'content-type': 'application/json', 'user-agent': 'node' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      const text = await response.text();
      const json: unknown = text === '' ? null : JSON.parse(text);
      return { status: response.status, body: json, headers: response.headers };
    },
  };
}

export const TOTE = { id: 10, name: 'Canvas Tote', sku: 'TOTE-1', price: '25' };
export const MUG = { id: 11, name: 'Enamel Mug', sku: 'MUG-1', price: '12.50' };
