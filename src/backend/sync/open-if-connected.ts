import { isSyncError } from '../../core/sync-error';
import type { SessionOpener, SiteSession, SyncSession } from './session';

/** The store's session; `null` on a site that has no store, or whose sync is paused. 1 call. */
export async function openIfConnected(opener: SessionOpener, site: SiteSession): Promise<SyncSession | null> {
  try {
    return await opener.openSync(site);
  } catch (error) {
    if (isSyncError(error) && error.code === 'NOT_CONNECTED') return null;
    throw error;
  }
}
