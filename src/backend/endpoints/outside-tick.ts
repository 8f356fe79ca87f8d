import { SyncError } from '../../core/sync-error';
import { CallBudget } from '../sync/call-budget';
import { OUTSIDE_CALLS } from './call-limits';
import { requireConnection } from '../sync/current-connection';
import type { EndpointDeps, Handler, TokenClaims } from './endpoint';
import { failure, methodNotAllowed, respond } from './respond';
import { tickOnce } from './tick';

/** `POST tick/[token]`: what `sync/tick` does, for a scheduler outside Wix that was given the signed address. */
export const postOutsideTick: Handler = (request, deps, { token = '' }) =>
  respond(async () => {
    if (request.method !== 'POST') return methodNotAllowed(request.method, 'POST');
    const claims = await deps.readTickToken(token);
    if (claims === null) throw new SyncError('TOKEN_INVALID', { field: 'token' });
    const nowMs = deps.clock.nowMs();
    const budget = new CallBudget(OUTSIDE_CALLS);
    // The walk keeps its own count; this holds a scheduler that comes again and again although nothing is due.
    const retryAfterMs = deps.tickBrake.admit(claims.instanceId, SCHEDULER, budget.limit, nowMs);
    if (retryAfterMs > 0) throw new SyncError('WIX_RATE_LIMITED', { retryAfterMs });
    try {
      return await tick(deps, claims, budget);
    } finally {
      deps.tickBrake.giveBack(claims.instanceId, SCHEDULER, budget.left, nowMs);
    }
  });

/** One address, and so one caller as far as anybody can tell. */
const SCHEDULER = 'scheduler';

async function tick(deps: EndpointDeps, { instanceId, nonce }: TokenClaims, budget: CallBudget): Promise<unknown> {
  const site = deps.openSite(instanceId, budget);
  const connection = await requireConnection(site);
  // Before any key is opened: an address of an earlier connection costs one read and nothing more.
  if (connection.nonce !== nonce) return failure(new SyncError('TOKEN_INVALID', { field: 'token', got: 'one of an earlier connection' }), 410);
  const session = await deps.openSync(site, connection);
  const { drained, run, waitMs } = await tickOnce(deps.engine, session);
  return { drained, run: run === null ? null : { state: run.state, done: run.done, total: run.total }, waitMs };
}
