import { isStoreDown } from '../../core/store-probe';
import { SyncError } from '../../core/sync-error';
import type { SyncSession } from '../sync/session';
import { requireConnection } from '../sync/current-connection';
import type { DashboardCall } from './dashboard-handler';

/**
 * The site's store, for what a person asks for and waits for: one that is left alone is asked right now whether it is back.
 * 1 call, 5 when it is down.
 */
export async function openProbed({ deps, site }: DashboardCall): Promise<SyncSession> {
  const connection = await requireConnection(site);
  if (!isStoreDown(connection.storeFailures)) return deps.openSync(site, connection);
  const due = await site.rows.patch('connections', connection._id, { set: { storeProbeAtMs: deps.clock.nowMs() } });
  if (due.kind === 'missing') throw new SyncError('NOT_CONNECTED');
  const session = await deps.openSync(site, due.row);
  await deps.engine.probeWhenDue(session);
  return session;
}
