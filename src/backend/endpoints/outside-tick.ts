import { SyncError } from '../../core/sync-error';
import { CallBudget } from '../sync/call-budget';
import { OUTSIDE_CALLS } from './call-limits';
import { requireConnection } from '../sync/current-connection';
import type { Handler } from './endpoint';
import { failure, methodNotAllowed, respond } from './respond';
import { tickOnce } from './tick';

/** `POST tick/[token]`: what `sync/tick` does, for a scheduler outside Wix that was given the signed address. */
export const postOutsideTick: Handler = (request, deps, { token = '' }) =>
  respond(async () => {
    if (request.method !== 'POST') return methodNotAllowed(request.method, 'POST');
    const claims = await deps.readTickToken(token);
    if (claims === null) throw new SyncError('TOKEN_INVALID', { field: 'token' });
    const site = deps.openSite(claims.instanceId, new CallBudget(OUTSIDE_CALLS));
    const connection = await requireConnection(site);
    // Before any key is opened: an address of an earlier connection costs one read and nothing more.
    if (connection.nonce !== claims.nonce) return failure(new SyncError('TOKEN_INVALID', { field: 'token', got: 'one of an earlier connection' }), 410);
    const session = await deps.openSync(site, connection);
    const { drained, run, waitMs } = await tickOnce(deps.engine, session);
    return { drained, run: run === null ? null : { state: run.state, done: run.done, total: run.total }, waitMs };
  });
