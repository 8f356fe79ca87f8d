import { html, raw } from 'hono/html';
import type { DashboardModal, DashboardPage } from '../host/manifest';
import { renderPage, type Frame, type Markup } from './layout';

export interface DashboardParts {
  readonly frame: Frame;
  readonly pages: readonly DashboardPage[];
  readonly modals: readonly DashboardModal[];
  readonly open: DashboardPage;
}

/** What the browser's half of the dashboard host reads from the page it runs in. */
export interface HostSettings {
  readonly page: DashboardPage;
  readonly pages: readonly DashboardPage[];
  readonly modals: readonly DashboardModal[];
  readonly instanceId: string;
  readonly siteName: string;
}

/** The frame Wix draws around an app's dashboard pages. The app's page itself runs unmodified in the iframe. */
export function renderDashboard({ frame, pages, modals, open }: DashboardParts): Markup {
  const settings: HostSettings = { page: open, pages, modals, instanceId: frame.site.instanceId, siteName: frame.site.name };
  const links = pages.map((page) => page.id === open.id
    ? html`<a href="/dashboard/${page.route}" aria-current="page">${page.title}</a>`
    : html`<a href="/dashboard/${page.route}">${page.title}</a>`);
  const body = html`<nav class="side" aria-label="Dashboard pages"><p>${frame.site.name}</p>${links}</nav>
<section class="stage" id="stage" aria-label="${open.title}"></section>
<div class="toasts" id="toasts" role="status"></div>
<script type="application/json" id="host-settings">${raw(scriptSafeJson(settings))}</script>
<script src="/assets/dashboard-host.js"></script>`;
  return renderPage({ title: open.title, section: 'dashboard', frame, body, shape: 'app' });
}

export function renderNoDashboard(frame: Frame): Markup {
  return renderPage({
    title: 'Dashboard', section: 'dashboard', frame,
    body: html`<div class="card empty"><h1>No such dashboard page</h1><p>The app’s manifest lists none with this name.</p><a class="button" href="/">Home</a></div>`,
  });
}

/** `<` would let a text end the script element it stands in. */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
