import { alertText } from '../../core/alert-text';
import type { Alert } from '../sync/alert-port';
import { callWix } from '../wix/call-wix';
import { AUTOMATION_TRIGGER_KEY, NOTIFICATION_TEMPLATE_ID } from '../wix/owner-alert-ids';
import type { AlertDeps } from './alert-deps';
import { itemUrl } from './item-url';

/** Wix's bell in the dashboard, the owner's app and its push messages. 1 call. */
export async function tellNotification({ client, budget }: AlertDeps, alert: Alert, pageUrl: string | null): Promise<void> {
  const link = itemUrl(pageUrl, alert.itemId);
  const text = (value: string): { readonly text: string } => ({ text: value });
  const dynamicValues = {
    stars: text(String(alert.rating ?? 0)), where: text(alert.side === 'wix' ? 'your Wix site' : 'your store'), what: text(alertText(alert)), item: text(alert.itemId), ...(link === null ? {} : { link: text(link) }),
  };
  await callWix(budget, () => client.notifyOwner({ notificationTemplateId: NOTIFICATION_TEMPLATE_ID, dynamicValues }));
}

/** The trigger that an owner's own automation starts at: an e-mail, a text message, a task. 1 call. */
export async function tellAutomation({ client, budget }: AlertDeps, alert: Alert, pageUrl: string | null): Promise<void> {
  const link = itemUrl(pageUrl, alert.itemId);
  const payload = { item: alert.itemId, stars: alert.rating ?? 0, side: alert.side, kind: alert.kind, summary: alertText(alert), ...(link === null ? {} : { link }) };
  await callWix(budget, () => client.reportAutomationEvent({ triggerKey: AUTOMATION_TRIGGER_KEY, payload, externalEntityId: alert.itemId, idempotency: { key: alert.key } }));
}
