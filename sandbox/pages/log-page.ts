import { html } from 'hono/html';
import { MAX_SUBREQUESTS, type Invocation } from '../host/invocation';
import type { LoggedCall, RequestLog } from '../host/request-log';
import { renderPage, type Frame, type Markup } from './layout';

const VIEWS = ['all', 'wix', 'store', 'writes', 'invocations'] as const;
type View = (typeof VIEWS)[number];

const LABELS: Readonly<Record<View, string>> = {
  all: 'All calls', wix: 'To Wix', store: 'To the store', writes: 'Writes only', invocations: 'Per invocation',
};
const MAX_SHOWN = 150;

export function readView(text: string | undefined): View {
  return VIEWS.find((view) => view === text) ?? 'all';
}

/** What left the app, newest first. */
export function renderLog(frame: Frame, log: RequestLog, view: View): Markup {
  const tabs = VIEWS.map((each) => html`<a href="/log?view=${each}" ${each === view ? html`aria-current="page"` : ''}>${LABELS[each]}</a>`);
  const body = html`<div class="row between"><h1>Request log</h1>
<form method="post" action="/log/clear" class="compact"><button class="quiet" type="submit">Clear</button></form></div>
<p class="lead">Every call the app made since the sandbox started. Nothing else can leave: the sandbox is a closed network.</p>
<p><span class="tabs">${tabs}</span></p>
${view === 'invocations' ? invocationTable(newest(log.invocations())) : callTable(newest(log.calls().filter((call) => shows(view, call))))}`;
  return renderPage({ title: 'Request log', section: 'log', frame, body });
}

function shows(view: Exclude<View, 'invocations'>, call: LoggedCall): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'wix':
    case 'store':
      return call.side === view;
    case 'writes':
      return call.kind === 'write';
  }
}

function newest<T>(list: readonly T[]): readonly T[] {
  return list.slice(-MAX_SHOWN).reverse();
}

function callTable(calls: readonly LoggedCall[]): Markup {
  if (calls.length === 0) return nothing();
  const rows = calls.map((call) => html`<tr><td>${time(call.atMs)}</td><td>${SIDES[call.side]}</td><td>${kindPill(call)}</td>
<td class="path">${call.method} ${shortAddress(call.url)}</td><td class="num">${statusPill(call.status)}</td><td class="num">${call.invocation ?? 'page'}</td></tr>`);
  return html`<div class="card table-card"><table>
<thead><tr><th>Time</th><th>Side</th><th>Kind</th><th>Request</th><th class="num">Answer</th><th class="num">Invocation</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function invocationTable(invocations: readonly Invocation[]): Markup {
  if (invocations.length === 0) return nothing();
  const rows = invocations.map(({ id, startedAtMs, method, path, status, durationMs, calls, refused }) => html`<tr><td>${time(startedAtMs)}</td>
<td class="num">${id}</td><td class="path">${method} ${shorten(path)}</td><td class="num">${statusPill(status)}</td>
<td class="num">${durationMs === null ? '…' : `${String(durationMs)} ms`}</td>
<td class="num">${calls} of ${MAX_SUBREQUESTS}${refused > 0 ? html` <span class="pill bad">${refused} refused</span>` : ''}</td></tr>`);
  return html`<div class="card table-card"><table>
<thead><tr><th>Time</th><th class="num">No.</th><th>Invocation of the app</th><th class="num">Answer</th><th class="num">Took</th><th class="num">Calls</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function nothing(): Markup {
  return html`<div class="card empty"><h2>Nothing here yet</h2><p>Open the dashboard or write a review, then come back.</p></div>`;
}

const SIDES: Readonly<Record<LoggedCall['side'], string>> = { wix: 'Wix', store: 'Store', owner: 'Owner', refused: 'Refused' };

function kindPill({ kind, side }: LoggedCall): Markup {
  if (side === 'refused') return html`<span class="pill bad">no way out</span>`;
  switch (kind) {
    case 'write':
      return html`<span class="pill warn">write</span>`;
    case 'own':
      return html`<span class="pill">own data</span>`;
    case 'read':
      return html`<span class="pill">read</span>`;
  }
}

function statusPill(status: number | null): Markup {
  if (status === null) return html`<span class="pill">–</span>`;
  return html`<span class="pill ${status < 400 ? 'good' : 'bad'}">${status}</span>`;
}

function time(atMs: number): string {
  return new Date(atMs).toLocaleTimeString('en-GB');
}

const MAX_ADDRESS = 90;
const MAX_SEGMENT = 36;

/** Long segments are hashes and signed addresses: nothing to read, and the latter nothing to show. */
function shorten(text: string): string {
  const readable = text.split('/').map((segment) => (segment.length > MAX_SEGMENT ? `${segment.slice(0, 10)}…` : segment)).join('/');
  return readable.length > MAX_ADDRESS ? `${readable.slice(0, MAX_ADDRESS)}…` : readable;
}

/** Queries can hold keys and long encoded filters; neither helps a reader. */
function shortAddress(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  const readable = /consumer_|\.r=/u.test(search) ? '?…' : search;
  const host = hostname === 'www.wixapis.com' ? '' : hostname;
  return `${host}${shorten(pathname)}${readable.length > MAX_SEGMENT ? `${readable.slice(0, MAX_SEGMENT)}…` : readable}`;
}
