import type { InstanceId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import { createAlertPort } from '../alerts/alert-port';
import { openKeys } from '../endpoints/credentials';
import type { CallBudget } from '../sync/call-budget';
import type { SessionOpener, SiteSession, SyncSession } from '../sync/session';
import { currentConnection } from '../sync/current-connection';
import { guardStore } from '../sync/guard-store';
import type { ConnectionRow } from '../sync/tables';
import { readAppKey } from '../wix/app-key';
import { signPicture } from '../wix/picture-token';
import { createRows } from '../wix/rows';
import { unseal } from '../wix/seal';
import { createSiteClient } from '../wix/wix-client';
import { createWixPort } from '../wix/wix-port';
import { connectStore } from './connect-store';
import { systemClock } from './system-clock';

/** As long as the engine waits for a picture. */
const PICTURE_DAYS_MS = 24 * 3_600_000;

/** How every entrance of the built app gets at a site. Holds nothing: each invocation makes its own. */
export function sessionOpener(): SessionOpener {
  return { openSite, openSync };
}

function openSite(instanceId: InstanceId, budget: CallBudget): SiteSession {
  const access = { client: createSiteClient(instanceId), budget, instanceId };
  const alerts = createAlertPort({ ...access, clock: systemClock, fetch: (input, init) => fetch(input, init), unseal: (sealed, context) => unseal(sealed, readAppKey(), context) });
  return { instanceId, budget, clock: systemClock, random: Math.random, rows: createRows(access), wix: createWixPort(access), alerts };
}

async function openSync(site: SiteSession, known?: ConnectionRow): Promise<SyncSession> {
  const connection = known ?? await currentConnection(site);
  if (connection === null) throw new SyncError('NOT_CONNECTED');
  if (connection.paused) throw new SyncError('NOT_CONNECTED', { got: 'a paused connection' });
  const keys = await openKeys({ unseal: (sealed, context) => unseal(sealed, readAppKey(), context) }, connection.credentials, site.instanceId);
  const pictureAddress = async (url: string): Promise<string> =>
    `${connection.appOrigin}/api/pictures/${await signPicture({ url, untilMs: site.clock.nowMs() + PICTURE_DAYS_MS }, readAppKey())}`;
  return { ...site, connection, pictureAddress, ...guardStore(site, connection, connectStore({ url: connection.storeUrl, ...keys }, site.budget)) };
}
