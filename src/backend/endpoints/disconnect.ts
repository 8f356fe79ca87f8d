import { isSyncError } from '../../core/sync-error';
import type { ConnectionRow } from '../sync/tables';
import type { DisconnectAnswer } from './api-types';
import { currentConnection } from '../sync/current-connection';
import { dashboardHandler, type DashboardCall } from './dashboard-handler';
import { storeOf } from './store-of';
import { unsubscribe } from './subscribe';

/**
 * `POST sync/disconnect`: forgets the keys. Reviews stay where they are on both sides, and so do the links, so that
 * connecting the same store again goes on instead of starting over; which store that was is kept, and what its owner
 * chose. Asking twice is fine.
 */
export const postDisconnect = dashboardHandler('POST', async (call): Promise<DisconnectAnswer> => {
  const connection = await currentConnection(call.site);
  if (connection === null) return { webhook: 'none' };
  const webhook = await removeWebhook(call, connection);
  await haltRun(call);
  await call.site.rows.saveMany('connections', [ended(connection)]);
  return { webhook };
});

/** Nothing that could open the store, or a webhook of it, is left. */
function ended(connection: ConnectionRow): ConnectionRow {
  const { _id, instanceId, storeKind, storeUrl, storeName, policy, connectedAt, contactsMerged, alertBelow, alerts } = connection;
  return {
    _id, instanceId, storeKind, storeUrl, storeName, policy, connectedAt, contactsMerged, alertBelow, alerts,
    ended: true, credentials: '', appOrigin: '', nonce: '', webhookId: null, webhookUrl: null, webhookStatus: 'missing', paused: false,
    backlogDueAtMs: null, walking: false, sweptAtMs: null, newestSeenAtMs: null,
  };
}

/** A store that is down, or whose keys we cannot open, must not keep a merchant from leaving. */
async function removeWebhook({ deps, site }: DashboardCall, connection: ConnectionRow): Promise<DisconnectAnswer['webhook']> {
  if (connection.webhookId === null) return 'none';
  try {
    const store = await storeOf(deps, site, connection);
    return (await unsubscribe(store, connection.webhookId)) ? 'removed' : 'left';
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return 'left';
  }
}

async function haltRun({ deps, site }: DashboardCall): Promise<void> {
  try {
    await deps.engine.pauseRun(site);
  } catch (error) {
    // There never was a run.
    if (!isSyncError(error) || error.code !== 'INPUT_INVALID') throw error;
  }
}
