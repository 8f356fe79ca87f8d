import { isSyncError } from '../../../core/sync-error';
import { ALERT_CHANNELS, type Alert, type AlertChannel, type AlertSettings } from '../../sync/alert-port';
import { alertSettings } from '../../sync/alert-settings';
import { noteTroubles } from '../../sync/alert-troubles';
import { currentConnection } from '../../sync/current-connection';
import type { SiteSession } from '../../sync/session';
import { dashboardHandler } from '../dashboard-handler';
import { explain } from '../explain';
import type { TestAlertAnswer } from './inbox-types';

type Outcome = TestAlertAnswer['channels'][number];

/** `POST inbox/test-alert`: "send me a test". Quiet hours do not hold for it, and it is sent once. What arrives is not called broken any more. At most 6 calls. */
export const postTestAlert = dashboardHandler('POST', async ({ deps, site }): Promise<TestAlertAnswer> => {
  const connection = await currentConnection(site);
  const settings = await alertSettings({ ...site, ...(connection === null ? {} : { connection }) });
  const alert: Alert = { key: `test.${deps.newNonce()}`, itemId: 'test', kind: 'test', rating: null, side: 'wix', atMs: site.clock.nowMs() };
  const channels = await Promise.all(ALERT_CHANNELS.map((channel) => tryOut(site, channel, alert, settings)));
  await noteTroubles(site, connection?.alertTroubles ?? {}, channels.flatMap(({ channel, outcome }) => (outcome === 'told' ? [{ channel, code: null }] : [])));
  return { channels };
});

const OFF: Readonly<Record<AlertChannel, string>> = {
  notification: 'Wix notifications are switched off.',
  automation: 'The automations trigger is switched off.',
  webhook: 'No address is set up.',
};

async function tryOut({ alerts }: SiteSession, channel: AlertChannel, alert: Alert, settings: AlertSettings): Promise<Outcome> {
  try {
    const told = await alerts.tell(channel, alert, settings);
    return told.kind === 'told' ? { channel, outcome: 'told', sentence: 'Sent.' } : { channel, outcome: 'off', sentence: OFF[channel] };
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return { channel, outcome: 'failed', sentence: explain(error.code).sentence };
  }
}
