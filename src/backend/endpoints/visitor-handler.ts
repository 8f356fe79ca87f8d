import { SyncError } from '../../core/sync-error';
import { CallBudget } from '../sync/call-budget';
import { VISITOR_CALLS } from './call-limits';
import { withEtag } from './etag';
import type { EndpointDeps, Handler } from './endpoint';
import { methodNotAllowed, respond } from './respond';
import type { Showcase } from './showcase';

export interface VisitorCall {
  readonly request: Request;
  readonly nowMs: number;
  /** Of the site the visitor is on: there is no other way to a tenant. */
  readonly showcase: Showcase;
}

/**
 * Widgets run on the merchant's domain and this app on another, so browsers ask first. Any origin may: a token decides
 * what is answered, and no cookie is read.
 */
const CROSS_ORIGIN = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, if-none-match',
  'access-control-max-age': '86400',
};

export function preflight(): Response {
  return new Response(null, { status: 204, headers: CROSS_ORIGIN });
}

/** An endpoint for the visitors of a site. It only reads, and only what is published. */
export function visitorHandler(work: (call: VisitorCall) => Promise<unknown>): Handler {
  return async (request, deps) => {
    const response = await respond(() => answer(request, deps, work));
    for (const [name, value] of Object.entries(CROSS_ORIGIN)) response.headers.set(name, value);
    return response;
  };
}

async function answer(request: Request, deps: EndpointDeps, work: (call: VisitorCall) => Promise<unknown>): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight();
  const { instanceId, visitor } = await deps.authoriseVisitor(request);
  if (request.method !== 'GET') return methodNotAllowed(request.method, 'GET');
  const nowMs = deps.clock.nowMs();
  const budget = new CallBudget(VISITOR_CALLS);
  const retryAfterMs = deps.brake.admit(instanceId, visitor, budget.limit, nowMs);
  if (retryAfterMs > 0) throw new SyncError('WIX_RATE_LIMITED', { retryAfterMs });
  try {
    return await withEtag(request, await work({ request, nowMs, showcase: deps.openShowcase(instanceId, budget) }));
  } finally {
    deps.brake.giveBack(instanceId, visitor, budget.left, nowMs);
  }
}
