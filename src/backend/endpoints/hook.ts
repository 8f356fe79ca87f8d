import { retryClass } from '../../core/retry-class';
import { SyncError } from '../../core/sync-error';
import { CallBudget } from '../sync/call-budget';
import type { ReceivedHint } from '../sync/receive-hint';
import type { SiteSession } from '../sync/session';
import type { ConnectionRow } from '../sync/tables';
import { currentConnection } from '../sync/current-connection';
import { OUTSIDE_CALLS } from './call-limits';
import type { EndpointDeps, Handler, TokenClaims } from './endpoint';
import { readBody } from './read-body';
import { failure, methodNotAllowed, respond } from './respond';

/**
 * `POST hooks/[token]`: a store says that something changed. Both signatures are checked before a row is read, and
 * the mark is on record before the answer leaves: stores such as WooCommerce never send a delivery twice, and switch
 * a webhook off after a few refusals. So everything that is genuine gets a 200, whether or not we can use it.
 */
export const receiveDelivery: Handler = (request, deps, { token = '' }) =>
  respond(async () => {
    if (request.method !== 'POST') return methodNotAllowed(request.method, 'POST');
    const claims = await deps.readHookToken(token);
    if (claims === null) throw new SyncError('TOKEN_INVALID', { field: 'token' });
    const rawBody = await readBody(request).catch((error: unknown) => failure(error, 413));
    if (rawBody instanceof Response) return rawBody;
    const verdict = await deps.verifyDelivery({ headers: request.headers, rawBody }, await deps.storeWebhookSecret(token));
    switch (verdict.kind) {
      case 'forged':
        throw new SyncError('SIGNATURE_INVALID');
      case 'ping':
        return { received: 'ping' };
      case 'hint':
        return verdict.hint.kind === 'none' ? { received: 'nothing' } : await markProduct(deps, claims, verdict.hint.productId);
    }
  });

async function markProduct(deps: EndpointDeps, claims: TokenClaims, productId: Parameters<EndpointDeps['engine']['receiveHint']>[1]): Promise<unknown> {
  const site = deps.openSite(claims.instanceId, new CallBudget(OUTSIDE_CALLS));
  const connection = await patiently(deps, () => currentConnection(site));
  // Made for a connection that is no more: 410 tells the store that coming back is of no use.
  if (connection?.nonce !== claims.nonce) return failure(new SyncError('TOKEN_INVALID', { field: 'token', got: 'one of an earlier connection' }), 410);
  const hint = await patiently(deps, () => deps.engine.receiveHint(site, productId));
  // A walk takes up the marks of what it wrote itself; what changes while sync is paused waits for the resume.
  const held = connection.walking && hint.row.heldUntilMs > deps.clock.nowMs();
  if (!held && !connection.paused) await deps.inBackground(() => followQuietly(deps, site, connection, hint));
  return { received: 'hint' };
}

/**
 * A mark that cannot be put on record is lost: the store does not send it again, and counts it against us. So when the
 * site's quota is spent for the moment, the store waits for its answer; it does so for a minute.
 */
const WAITS_MS = [1_000, 3_000, 8_000, 15_000];

async function patiently<T>(deps: EndpointDeps, work: () => Promise<T>): Promise<T> {
  for (const waitMs of WAITS_MS) {
    try {
      return await work();
    } catch (error) {
      const passes = error instanceof SyncError && ['throttled', 'transient'].includes(retryClass(error.code));
      if (!passes) throw error;
      await deps.wait(waitMs);
    }
  }
  return work();
}

/** The mark is on record, so whatever goes wrong from here is made good by the next entrance. */
async function followQuietly(deps: EndpointDeps, site: SiteSession, connection: ConnectionRow, hint: ReceivedHint): Promise<void> {
  try {
    await deps.engine.followHint(await deps.openSync(site, connection), hint);
  } catch (error) {
    console.error('HINT_POSTPONED', error instanceof SyncError ? error.code : 'UNEXPECTED');
  }
}
