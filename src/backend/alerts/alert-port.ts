import { SyncError } from '../../core/sync-error';
import type { AlertPort, Told } from '../sync/alert-port';
import type { AlertDeps } from './alert-deps';
import { tellWebhook, webhookShape, type Webhook } from './tell-webhook';
import { tellAutomation, tellNotification } from './tell-wix';

const TOLD: Told = { kind: 'told' };
const OFF: Told = { kind: 'off' };

/** The real places an owner can be told at. */
export function createAlertPort(deps: AlertDeps): AlertPort {
  return {
    async tell(channel, alert, settings) {
      switch (channel) {
        case 'notification':
          if (!settings.notification) return OFF;
          await tellNotification(deps, alert, settings.pageUrl);
          return TOLD;
        case 'automation':
          if (!settings.automation) return OFF;
          await tellAutomation(deps, alert, settings.pageUrl);
          return TOLD;
        case 'webhook':
          if (settings.webhook === null) return OFF;
          await tellWebhook(deps, await openWebhook(deps, settings.webhook), alert, settings.pageUrl);
          return TOLD;
      }
    },
  };
}

/** Sealed for another site (a duplicated one) or with a key we no longer have: the owner has to enter it again. */
async function openWebhook({ unseal, instanceId }: AlertDeps, sealed: string): Promise<Webhook> {
  try {
    return webhookShape.parse(JSON.parse(await unseal(sealed, instanceId)));
  } catch {
    throw new SyncError('ALERT_REFUSED', { field: 'webhook', got: 'an address that cannot be opened' });
  }
}
