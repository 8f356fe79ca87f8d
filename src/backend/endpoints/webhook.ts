import { runRowId } from '../../core/link-id';
import type { Store } from '../stores/store';
import type { ConnectionRow } from '../sync/tables';
import { requireConnection } from '../sync/current-connection';
import { dashboardHandler, type DashboardCall } from './dashboard-handler';
import { hookAddress, type HookAddress } from './hook-address';
import { guardedStoreOf } from './store-of';
import { subscribe, unsubscribe, type WebhookFields } from './subscribe';
import { summariseConnection } from './sync-summary';

/**
 * `POST sync/webhook`: looks whether the store still tells us of changes, and mends it when it does not. What changed
 * while it was silent is found by a walk over everything, which begins at once on a site that has had one before.
 */
export const postWebhook = dashboardHandler('POST', async (call) => {
  const { deps, site } = call;
  const connection = await requireConnection(site);
  const store = await guardedStoreOf(deps, site, connection);
  const { wasSilent, ...webhook } = await mend(store, connection, await hookAddress(call, connection.nonce));
  await site.rows.patch('connections', connection._id, { set: { ...webhook, appOrigin: deps.appOrigin(call.request) } });
  if (wasSilent && webhook.webhookStatus === 'active' && !connection.paused) await catchUp(call, connection);
  return { connection: summariseConnection({ ...connection, ...webhook }) };
});

/** At most 6 calls. */
async function catchUp({ deps, site }: DashboardCall, connection: ConnectionRow): Promise<void> {
  const earlier = await site.rows.get('runs', runRowId(site.instanceId));
  if (earlier !== null) await deps.engine.startBackfill(await deps.openSync(site, connection));
}

type Mended = WebhookFields & { readonly wasSilent: boolean };

/** At most 3 calls. */
async function mend(store: Store, { webhookId, webhookUrl }: ConnectionRow, address: HookAddress): Promise<Mended> {
  const anew = async (): Promise<Mended> => ({ ...(await subscribe(store, address)), wasSilent: true });
  if (webhookId === null) return anew();
  if (webhookUrl !== address.url) {
    // The app moved to another address since; the store still calls the old one.
    await unsubscribe(store, webhookId);
    return anew();
  }
  const { status } = await store.subscription(webhookId);
  switch (status) {
    case 'active':
      return { webhookId, webhookUrl, webhookStatus: 'active', wasSilent: false };
    case 'off':
      return { webhookId, webhookUrl, webhookStatus: (await store.revive(webhookId)).status, wasSilent: true };
    case 'missing':
      return anew();
  }
}
