import type { InstanceId } from '../../core/ids';
import { isSyncError } from '../../core/sync-error';
import { sessionOpener } from '../runtime/session-opener';
import { CallBudget } from '../sync/call-budget';
import { currentConnection } from '../sync/current-connection';

/** The row, the store's answer, and what the platform may ask in between. */
const LEAVE_CALLS = 5;

/**
 * Asks the store to stop telling us about its reviews. Best effort, while the keys are still there: a store that goes on
 * is refused by the hook, and switches such a webhook off by itself.
 */
export async function leaveStore(instanceId: InstanceId): Promise<void> {
  try {
    const opener = sessionOpener();
    const site = opener.openSite(instanceId, new CallBudget(LEAVE_CALLS));
    const connection = await currentConnection(site);
    if (connection === null || connection.webhookId === null) return;
    const { store } = await opener.openSync(site, { ...connection, paused: false });
    await store.unsubscribe(connection.webhookId);
  } catch (error) {
    console.warn('WEBHOOK_NOT_REMOVED', isSyncError(error) ? error.code : 'UNEXPECTED');
  }
}
