import type { InstanceId } from '../../core/ids';
import { alertSettingsRowId, connectionRowId } from '../../core/link-id';
import { isSyncError } from '../../core/sync-error';
import { sessionOpener } from '../runtime/session-opener';
import { CallBudget } from '../sync/call-budget';

/** The rows that hold a secret of the merchant's, by table; everything else is of no use without them. */
export const SECRETS = [
  { table: 'connections', idFor: connectionRowId },
  { table: 'alerts', idFor: alertSettingsRowId },
] as const;

/** Deletes on `site` the rows with secrets that were written for `owner`. Best effort: storage may be gone already. A call each. */
export async function forgetConnection(site: InstanceId, owner: InstanceId): Promise<void> {
  try {
    const { rows } = sessionOpener().openSite(site, new CallBudget(SECRETS.length));
    for (const { table, idFor } of SECRETS) await rows.removeMany(table, [idFor(owner)]);
  } catch (error) {
    console.warn('CONNECTION_NOT_FORGOTTEN', isSyncError(error) ? error.code : 'UNEXPECTED');
  }
}
