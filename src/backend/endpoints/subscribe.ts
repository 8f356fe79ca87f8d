import { isSyncError } from '../../core/sync-error';
import type { Store } from '../stores/store';
import type { ConnectionRow } from '../sync/tables';
import type { HookAddress } from './hook-address';

export type WebhookFields = Pick<ConnectionRow, 'webhookId' | 'webhookUrl' | 'webhookStatus'>;

/**
 * Asks the store to tell us about changes. A store that will not (its host blocks it, say) is still worth connecting:
 * its changes are then found by looking. Keys that may not write are not, so that error goes to the merchant. 1 call.
 */
export async function subscribe(store: Store, { url, secret }: HookAddress): Promise<WebhookFields> {
  try {
    const webhook = await store.subscribe(url, secret);
    return { webhookId: webhook.id, webhookUrl: webhook.deliveryUrl, webhookStatus: webhook.status };
  } catch (error) {
    if (!isSyncError(error) || error.code === 'STORE_AUTH' || error.code === 'STORE_FORBIDDEN') throw error;
    return { webhookId: null, webhookUrl: null, webhookStatus: 'missing' };
  }
}

/** Removes a webhook we no longer answer; says whether the store let us. At most 1 call. */
export async function unsubscribe(store: Store, webhookId: string): Promise<boolean> {
  try {
    await store.unsubscribe(webhookId);
    return true;
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return false;
  }
}

/** The same where a number may mean another webhook by now: it goes only if it is the one that calls us. At most 2 calls. */
export async function unsubscribeOurs(store: Store, { webhookId, webhookUrl }: WebhookFields): Promise<void> {
  if (webhookId === null) return;
  try {
    if ((await store.subscription(webhookId)).deliveryUrl === webhookUrl) await store.unsubscribe(webhookId);
  } catch (error) {
    if (!isSyncError(error)) throw error;
  }
}
