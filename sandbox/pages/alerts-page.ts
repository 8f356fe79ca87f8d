import { html } from 'hono/html';
import type { HookMessage } from '../host/owner-hook';
import type { OwnerAlert } from '../wix/owner-alerts';
import { renderPage, type Frame, type Markup } from './layout';

export interface AlertParts {
  readonly frame: Frame;
  readonly alerts: readonly OwnerAlert[];
  readonly messages: readonly HookMessage[];
  readonly hook: string;
}

/** Every place the shop's owner can be told at, newest first. */
export function renderAlerts({ frame, alerts, messages, hook }: AlertParts): Markup {
  const notifications = alerts.filter(({ kind }) => kind === 'notification').map(({ at, values }) => [at, textOf(values['what'])] as const);
  const automations = alerts.filter(({ kind }) => kind === 'automation').map(({ at, values }) => [at, textOf(values['summary'])] as const);
  const hooks = messages.map(({ atMs, text, signed }) => [new Date(atMs).toISOString(), `${text}${signed ? ' (signed)' : ' (not signed)'}`] as const);
  const body = html`<h1>Alerts</h1>
<p class="lead">What the app told the shop’s owner. On a real site these are the dashboard’s bell, an automation, and a channel in Slack.</p>
${list('Wix notifications', 'notifications', notifications)}
${list('Automations', 'automations', automations)}
${list('Webhook', 'hooks', hooks)}
<p class="soft">To have alerts sent here, enter <code>${hook}</code> under <strong>Alerts</strong> on the app’s page “Needs attention”.</p>`;
  return renderPage({ title: 'Alerts', section: 'alerts', frame, body });
}

function list(title: string, id: string, rows: readonly (readonly [string, string])[]): Markup {
  const newestFirst = rows.toReversed();
  return html`<section class="card" aria-label="${title}"><h2>${title} (${String(rows.length)})</h2>
${newestFirst.length === 0 ? html`<p class="soft">Nothing yet.</p>` : html`<ul data-testid="${id}">${newestFirst.map(([at, text]) => html`<li><time datetime="${at}">${at.slice(11, 19)}</time> ${text}</li>`)}</ul>`}</section>`;
}

/** A notification's values are wrapped, an automation's are bare. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : null;
  return typeof text === 'string' ? text : '';
}
