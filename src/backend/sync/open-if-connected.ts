import { isSyncError } from '../../core/sync-error';
import type { SessionOpener, SiteSession, SyncSession } from './session';
import type { ConnectionRow } from './tables';

/** The store's session; `null` on a site that has no store, or whose sync is paused. 1 call, none when the caller has read the connection. */
export async function openIfConnected(opener: SessionOpener, site: SiteSession, known?: ConnectionRow): Promise<SyncSession | null> {
  try {
    return await opener.openSync(site, known);
  } catch (error) {
    if (isSyncError(error) && error.code === 'NOT_CONNECTED') return null;
    throw error;
  }
}
