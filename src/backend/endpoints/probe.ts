import { SyncError } from '../../core/sync-error';
import type { ConnectionSummary } from './api-types';
import { requireConnection } from './current-connection';
import { dashboardHandler } from './dashboard-handler';
import { summariseConnection } from './sync-summary';

/** `POST sync/probe`: asks a store that is left alone whether it is back, without waiting for the time of the next probe. */
export const postProbe = dashboardHandler('POST', async ({ deps, site }): Promise<{ readonly connection: ConnectionSummary }> => {
  const { _id } = await requireConnection(site);
  const due = await site.rows.patch('connections', _id, { set: { storeProbeAtMs: deps.clock.nowMs() } });
  if (due.kind === 'missing') throw new SyncError('NOT_CONNECTED');
  await deps.engine.probeWhenDue(await deps.openSync(site, due.row));
  return { connection: summariseConnection(await requireConnection(site)) };
});
