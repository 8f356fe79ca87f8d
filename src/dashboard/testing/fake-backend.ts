import { brandId, type LinkId } from '../../core/ids';
import type { ApiError, ConflictItem, ConnectedSummary, LinkItem, RunSummary } from '../../backend/endpoints/api-types';

type Handler = (body: unknown, url: URL) => unknown;

const isHandler = (route: unknown): route is Handler => typeof route === 'function';

/** Answers as the endpoints do. What `Failure` holds is answered with its status. */
export class FakeBackend {
  readonly routes = new Map<string, unknown>([
    ['GET sync/runs', { items: [] }],
    ['GET setup/replies', { on: false, problem: null }],
    ['GET sync/conflicts', { items: [], total: 0, next: null }],
  ]);
  readonly calls: { readonly path: string; readonly body: unknown; readonly query: string }[] = [];

  readonly fetch = async (input: string, init: RequestInit): Promise<Response> => {
    const url = new URL(input);
    const path = url.pathname.replace('/api/', '');
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    this.calls.push({ path, body, query: url.search });
    const route = this.routes.get(`${init.method ?? 'GET'} ${path}`);
    const answer: unknown = await (isHandler(route) ? route(body, url) : route);
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return answer instanceof Failure ? Response.json({ error: answer.error }, { status: answer.status }) : Response.json(answer);
  };

  callsOf(path: string): readonly { readonly body: unknown; readonly query: string }[] {
    return this.calls.filter((call) => call.path === path);
  }
}

export class Failure {
  readonly error: ApiError;
  readonly status: number;

  constructor(error: Partial<ApiError>, status = 422) {
    this.error = { code: 'UNEXPECTED', sentence: 'It failed.', action: 'Do something.', ...error };
    this.status = status;
  }
}

export function connected(change: Partial<ConnectedSummary> = {}): ConnectedSummary {
  return {
    kind: 'connected',
    version: 'v1',
    connection: { storeName: 'Corner Shop', storeUrl: 'https://shop.example', webhookStatus: 'active', paused: false, connectedAt: '2026-11-01T08:00:00.000Z', down: null, alertTroubles: [] },
    counts: { 'in-step': 983, waiting: 0, skipped: 2, unmatched: 5, blocked: 12, gone: 1 },
    outcomes: { matched: 900, 'created-on-wix': 50, 'created-in-store': 33 },
    products: { accepted: 140, suggested: 0, left: 9 },
    run: null,
    events: [],
    checkedAtMs: Date.now(),
    ...change,
  };
}

export function run(change: Partial<RunSummary> = {}): RunSummary {
  return {
    state: 'running', phase: 'store', done: 1200, total: 4000, ratePerMinute: 600, timeLeftMs: 280_000,
    kind: 'backfill', changed: 0, absent: 0, statement: null, undoes: null, startedAtMs: 0, updatedAtMs: 1, trouble: null, ...change,
  };
}

export function link(id: string, change: Partial<LinkItem> = {}): LinkItem {
  return {
    id: brandId<LinkId>(id), state: 'blocked', code: 'RATING_MISSING', sentence: 'The review has no stars.', action: 'Give it stars in the store.', actionKind: 'none', storeReviewId: null,
    outcome: null, birth: 'store', rating: 4, onWix: false, inStore: true, storeProductId: null, wixProductId: null,
    storeProductName: 'Mug', wixProductName: 'Red mug', lastEvent: 'Written in the store', lastAtMs: Date.now() - 300_000, ...change,
  };
}

export function conflict(id: string, change: Partial<ConflictItem> = {}): ConflictItem {
  return { id, field: 'body', winner: 'wix', lost: 'Said in the store.', stands: 'Said on Wix.', state: 'open', atMs: Date.now() - 120_000, linkId: brandId<LinkId>('a'), product: 'Red mug', productKey: 'w1', rating: 2, author: 'Ada', ...change };
}

export const IDLE_TICK = { drained: { links: 0, hints: 0, more: false }, run: null, calls: 4, waitMs: 0 };
