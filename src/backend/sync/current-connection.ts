import { connectionRowId } from '../../core/link-id';
import { SyncError } from '../../core/sync-error';
import type { SiteSession } from './session';
import type { ConnectionRow } from './tables';

/** A connection that stands, paused or not; `null` for none, and for one that was disconnected and only kept its store's address. */
export function liveConnection(row: ConnectionRow | null): ConnectionRow | null {
  return row === null || row.ended === true ? null : row;
}

/** The site's connection, paused or not. 1 call. */
export async function currentConnection({ rows, instanceId }: Pick<SiteSession, 'rows' | 'instanceId'>): Promise<ConnectionRow | null> {
  return liveConnection(await rows.get('connections', connectionRowId(instanceId)));
}

/** As `currentConnection`; throws `NOT_CONNECTED` when there is none. */
export async function requireConnection(site: Pick<SiteSession, 'rows' | 'instanceId'>): Promise<ConnectionRow> {
  const connection = await currentConnection(site);
  if (connection === null) throw new SyncError('NOT_CONNECTED');
  return connection;
}
