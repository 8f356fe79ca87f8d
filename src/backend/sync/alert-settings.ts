import { alertSettingsRowId } from '../../core/link-id';
import { DEFAULT_ALERTS, type AlertSettings } from './alert-port';
import type { SiteSession } from './session';
import type { ConnectionRow } from './tables';

/** What the site's owner chose, `null` when nothing. 1 call. */
export async function chosenAlerts({ rows, instanceId }: SiteSession): Promise<AlertSettings | null> {
  const row = await rows.get('alerts', alertSettingsRowId(instanceId));
  return row === null ? null : settingsOf(row);
}

/** The site's choices, or what holds without any. 1 call; none for a session that has read the connection, which holds a copy. */
export async function alertSettings(session: SiteSession & { readonly connection?: ConnectionRow }): Promise<AlertSettings> {
  const chosen = session.connection === undefined ? await chosenAlerts(session) : session.connection.alerts;
  return chosen ?? DEFAULT_ALERTS;
}

/** A row without what only makes it one. */
export function settingsOf({ notification, automation, webhook, webhookHost, quiet, pageUrl, overdueHours }: AlertSettings): AlertSettings {
  return { notification, automation, webhook, webhookHost, quiet, pageUrl, overdueHours };
}
