import { alertSettingsRowId, connectionRowId } from '../../../core/link-id';
import { ALERT_CHANNELS, DEFAULT_ALERTS, type AlertSettings } from '../../sync/alert-port';
import { chosenAlerts, settingsOf } from '../../sync/alert-settings';
import type { AlertTroubles } from '../../sync/alert-troubles';
import type { SiteSession } from '../../sync/session';
import type { ConnectionRow } from '../../sync/tables';

interface Kept {
  readonly settings: AlertSettings;
  readonly connection: ConnectionRow | null;
}

/** Others may be choosing at the same moment: this often the copy is made anew before the next choice has to do it. */
const MOST_COPIES = 3;

/**
 * Writes what was chosen and nothing else, so that of two choices made at once neither takes the other back; then copies the
 * row to the connection, where every event reads it anyway. A copy that another choice overtook is made once more. Without
 * a connection nothing is raised, and connecting takes the row along.
 */
export async function keepChoices(site: SiteSession, choices: Partial<AlertSettings>, also: Partial<Pick<ConnectionRow, 'alertBelow'>>): Promise<Kept> {
  let settings = await patched(site, choices);
  for (let copies = 1; ; copies += 1) {
    const copied = await site.rows.patch('connections', connectionRowId(site.instanceId), { set: { alerts: settings, ...also } });
    const now = (await chosenAlerts(site)) ?? settings;
    if (copies < MOST_COPIES && JSON.stringify(now) !== JSON.stringify(settings)) {
      settings = now;
      continue;
    }
    return { settings, connection: copied.kind === 'applied' ? await forgetMended(site, copied.row, choices) : null };
  }
}

async function patched(site: SiteSession, choices: Partial<AlertSettings>): Promise<AlertSettings> {
  const id = alertSettingsRowId(site.instanceId);
  const known = Object.keys(choices).length === 0 ? await chosenAlerts(site) : await patchedRow(site, id, choices);
  if (known !== null) return known;
  const first = { _id: id, instanceId: site.instanceId, ...DEFAULT_ALERTS, ...choices };
  if ((await site.rows.insert('alerts', first)) === 'inserted') return settingsOf(first);
  return (await patchedRow(site, id, choices)) ?? settingsOf(first);
}

async function patchedRow({ rows }: SiteSession, id: string, choices: Partial<AlertSettings>): Promise<AlertSettings | null> {
  const change = await rows.patch('alerts', id, { set: choices });
  return change.kind === 'applied' ? settingsOf(change.row) : null;
}

/** A place whose settings were just changed is given another chance before it is called broken. 1 call when there is one. */
async function forgetMended({ rows }: SiteSession, connection: ConnectionRow, choices: Partial<AlertSettings>): Promise<ConnectionRow> {
  const before: AlertTroubles = connection.alertTroubles ?? {};
  const left = ALERT_CHANNELS.filter((channel) => before[channel] !== undefined && choices[channel] === undefined);
  if (left.length === Object.keys(before).length) return connection;
  const alertTroubles: AlertTroubles = Object.fromEntries(left.map((channel) => [channel, before[channel]]));
  await rows.patch('connections', connection._id, { set: { alertTroubles } });
  return { ...connection, alertTroubles };
}
