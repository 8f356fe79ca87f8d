import { z } from 'zod';
import { DEFAULT_THRESHOLD, THRESHOLDS } from '../../../core/attention';
import { isTimeZone } from '../../../core/quiet-hours';
import { newWebhookSecret } from '../../alerts/standard-webhook';
import { parseWebhookUrl } from '../../alerts/webhook-url';
import type { AlertSettings } from '../../sync/alert-port';
import { alertSettings } from '../../sync/alert-settings';
import { currentConnection } from '../../sync/current-connection';
import type { ConnectionRow } from '../../sync/tables';
import { alertTroublesOf } from '../alert-troubles-of';
import { dashboardHandler, type DashboardCall } from '../dashboard-handler';
import { readJson } from '../read-json';
import type { AlertSettingsAnswer, AlertSettingsView } from './inbox-types';
import { keepChoices } from './keep-choices';

const hour = z.number('an hour').int().min(0).max(23, '0 to 23');

const Body = z.strictObject({
  below: z.union(THRESHOLDS.map((stars) => z.literal(stars)), '2, 3 or 4').optional(),
  notification: z.boolean('true or false').optional(),
  automation: z.boolean('true or false').optional(),
  /** `null` takes the webhook away. */
  webhookUrl: z.string('text').max(2048, 'at most 2048 characters').nullable().optional(),
  quiet: z.strictObject({ from: hour, to: hour, timeZone: z.string().max(60).refine(isTimeZone, 'a time zone such as Europe/Berlin') }).nullable().optional(),
  overdueHours: z.number('a number of hours').int().min(1).max(720, '1 to 720').optional(),
  /** Where the dashboard shows this page: the way to an item in every alert. */
  pageUrl: z.url({ protocol: /^https?$/u, error: 'a web address' }).max(500).optional(),
});

/** `GET inbox/settings`: who is told of an item, and when. 2 calls. */
export const getSettings = dashboardHandler('GET', async ({ site }): Promise<AlertSettingsAnswer> => {
  const [settings, connection] = await Promise.all([alertSettings(site), currentConnection(site)]);
  return { settings: viewOf(settings, connection), webhookSecret: null };
});

/** `POST inbox/settings`: changes what is named and leaves the rest. 4 calls, 6 before the first choice. */
export const postSettings = dashboardHandler('POST', async (call): Promise<AlertSettingsAnswer> => {
  const { site } = call;
  const { below, webhookUrl, ...named } = await readJson(call.request, Body);
  const webhook = webhookUrl === undefined ? null : await sealedWebhook(call, webhookUrl);
  const choices = { ...definedOf(named), ...(webhook === null ? {} : { webhook: webhook.sealed, webhookHost: webhook.host }) };
  const { settings, connection } = await keepChoices(site, choices, below === undefined ? {} : { alertBelow: below });
  return { settings: viewOf(settings, connection), webhookSecret: webhook?.secret ?? null };
});

interface SealedWebhook {
  readonly sealed: string | null;
  readonly host: string | null;
  readonly secret: string | null;
}

/** Every address gets a secret of its own, shown this once. */
async function sealedWebhook({ deps, site }: DashboardCall, typed: string | null): Promise<SealedWebhook> {
  if (typed === null) return { sealed: null, host: null, secret: null };
  const url = parseWebhookUrl(typed);
  const secret = newWebhookSecret((bytes) => deps.randomBytes(bytes));
  return { sealed: await deps.seal(JSON.stringify({ url: url.href, secret }), site.instanceId), host: url.hostname, secret };
}

function definedOf<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function viewOf({ notification, automation, webhookHost, quiet, overdueHours }: AlertSettings, connection: ConnectionRow | null): AlertSettingsView {
  return { below: connection?.alertBelow ?? DEFAULT_THRESHOLD, notification, automation, webhookHost, quiet, overdueHours, troubles: alertTroublesOf(connection) };
}
