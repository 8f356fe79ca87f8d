import { z } from 'zod';
import { connectionRowId } from '../../core/link-id';
import { isSyncError, SyncError } from '../../core/sync-error';
import type { Store } from '../stores/store';
import { chosenAlerts } from '../sync/alert-settings';
import { liveConnection } from '../sync/current-connection';
import type { ConnectionRow } from '../sync/tables';
import type { ConnectAnswer, MatchAnswer } from './api-types';
import { openKeys, sealKeys } from './credentials';
import { dashboardHandler, type DashboardCall } from './dashboard-handler';
import { DEFAULT_POLICY } from '../../core/default-policy';
import type { StoreKeys } from './endpoint';
import { hookAddress } from './hook-address';
import { knownStore } from './known-store';
import { matchStep } from './match-step';
import { readJson } from './read-json';
import { storeAddress } from './store-address';
import { subscribe, unsubscribe, unsubscribeOurs } from './subscribe';
import { summariseConnection } from './sync-summary';

const text = (maxLength: number): z.ZodType<string> =>
  z.string('text').trim().min(1, 'text').max(maxLength, `at most ${maxLength} characters`);

const Body = z.strictObject({ url: text(2048), key: text(255), secret: text(255), moved: z.literal(true).optional() });

/**
 * `POST sync/connect`: proves the keys by using them, before anything is kept. Also renews an existing connection. `moved`: its owner
 * says that the shop of before is at this address now, which its reviews have to prove.
 */
export const postConnect = dashboardHandler('POST', async (call): Promise<ConnectAnswer> => {
  const { deps, site } = call;
  const { moved = false, ...body } = await readJson(call.request, Body);
  const keys = { ...body, url: storeAddress(body.url) };
  const store = deps.connectStore(keys, site.budget);
  const { name } = await store.check();
  const before = await site.rows.get('connections', connectionRowId(site.instanceId));
  const previous = liveConnection(before);
  const known = await knownStore({ site, store, before, url: keys.url, moved });
  const nonce = deps.newNonce();
  const webhook = await subscribe(store, await hookAddress(call, nonce)).catch(refuseReadOnly);
  const row: ConnectionRow = {
    _id: connectionRowId(site.instanceId),
    instanceId: site.instanceId,
    storeKind: 'woocommerce',
    storeUrl: keys.url,
    ended: false,
    storeName: name,
    credentials: await sealKeys(deps, { ...keys, replies: await keptReplies(call, previous) }, site.instanceId),
    nonce,
    appOrigin: deps.appOrigin(call.request),
    ...webhook,
    // New keys of the same store go on where the old ones stood: a pause stays one, and what is news is judged as before.
    paused: previous?.paused ?? false,
    policy: before?.policy ?? DEFAULT_POLICY,
    connectedAt: previous?.connectedAt ?? new Date(deps.clock.nowMs()).toISOString(),
    backlogDueAtMs: previous?.backlogDueAtMs ?? null,
    walking: previous?.walking ?? false,
    sweptAtMs: previous?.sweptAtMs ?? null,
    contactsMerged: before?.contactsMerged ?? false,
    newestSeenAtMs: previous?.newestSeenAtMs ?? null,
    alertBelow: before?.alertBelow ?? null,
    alerts: await chosenAlerts(site),
    alertTroubles: before?.alertTroubles ?? null,
    storeFailures: 0,
    storeProbes: previous?.storeProbes ?? 0,
  };
  await keep(call, store, row);
  if (known === 'moved') {
    // Its products are matched already, and the calls are used up by the proof.
    if (previous !== null) await unsubscribeOurs(store, previous);
    return { connection: summariseConnection(row), match: null };
  }
  if (previous?.webhookId != null) await unsubscribe(store, previous.webhookId);
  return { connection: summariseConnection(row), match: await firstMatch(call, store) };
});

/** New keys of the same store leave the application password as it is, as long as it can be opened. */
async function keptReplies({ deps, site }: DashboardCall, previous: ConnectionRow | null): Promise<StoreKeys['replies']> {
  if (previous === null) return undefined;
  try {
    return (await openKeys(deps, previous.credentials, site.instanceId)).replies;
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return undefined;
  }
}

/** The keys could read a moment ago: whatever refuses them now is that they may not write. */
function refuseReadOnly(error: unknown): never {
  throw isSyncError(error) && error.code === 'STORE_AUTH' ? new SyncError('STORE_FORBIDDEN', { field: 'key' }) : error;
}

/** A webhook without a row would be refused for ever, so it goes again when the row cannot be written. */
async function keep({ site }: DashboardCall, store: Store, row: ConnectionRow): Promise<void> {
  try {
    await site.rows.saveMany('connections', [row]);
  } catch (error) {
    if (row.webhookId !== null) await unsubscribe(store, row.webhookId);
    throw error;
  }
}

/** The connection stands already; matching that fails now can be asked for again. */
async function firstMatch({ deps, site }: DashboardCall, store: Store): Promise<MatchAnswer | null> {
  try {
    return await matchStep({ engine: deps.engine, site, store }, null);
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return null;
  }
}
