import { isSyncError } from '../../../core/sync-error';
import type { AttentionRow } from '../../sync/attention-row';
import { currentConnection } from '../../sync/current-connection';
import type { DashboardCall } from '../dashboard-handler';
import { storeOf } from '../store-of';

/** Whether the sync can bring a reply into the store; `null` when the review is not there, or no store is connected. 0 or 1 call. */
export async function replyInStore({ deps, site }: DashboardCall, { storeReviewId }: AttentionRow): Promise<boolean | null> {
  if (storeReviewId === null) return null;
  const connection = await currentConnection(site);
  if (connection === null) return null;
  try {
    return (await storeOf(deps, site, connection)).capabilities.holds.includes('reply');
  } catch (error) {
    // Keys that cannot be opened carry nothing anywhere.
    if (!isSyncError(error)) throw error;
    return false;
  }
}
