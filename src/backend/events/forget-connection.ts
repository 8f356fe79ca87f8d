import type { InstanceId } from '../../core/ids';
import { connectionRowId } from '../../core/link-id';
import { isSyncError } from '../../core/sync-error';
import { sessionOpener } from '../runtime/session-opener';
import { CallBudget } from '../sync/call-budget';

/** Deletes on `site` the connection row that was written for `owner`. Best effort: storage may be gone already. 1 call. */
export async function forgetConnection(site: InstanceId, owner: InstanceId): Promise<void> {
  try {
    const { rows } = sessionOpener().openSite(site, new CallBudget(1));
    await rows.removeMany('connections', [connectionRowId(owner)]);
  } catch (error) {
    console.warn('CONNECTION_NOT_FORGOTTEN', isSyncError(error) ? error.code : 'UNEXPECTED');
  }
}
