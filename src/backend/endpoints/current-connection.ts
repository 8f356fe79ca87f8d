import { connectionRowId } from '../../core/link-id';
import { SyncError } from '../../core/sync-error';
import { liveConnection } from '../sync/live-connection';
import type { SiteSession } from '../sync/session';
import type { ConnectionRow } from '../sync/tables';

/** The site's connection, paused or not. 1 call. */
export async function currentConnection({ rows, instanceId }: SiteSession): Promise<ConnectionRow | null> {
  return liveConnection(await rows.get('connections', connectionRowId(instanceId)));
}

/** As `currentConnection`; throws `NOT_CONNECTED` when there is none. */
export async function requireConnection(site: SiteSession): Promise<ConnectionRow> {
  const connection = await currentConnection(site);
  if (connection === null) throw new SyncError('NOT_CONNECTED');
  return connection;
}
