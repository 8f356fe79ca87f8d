import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup whose every value was escaped on the way in. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export type Section = 'home' | 'dashboard' | 'site' | 'editor' | 'store' | 'alerts' | 'log';

export interface Site {
  readonly instanceId: string;
  readonly name: string;
}

/** What every page's header shows. */
export interface Frame {
  readonly site: Site;
  readonly sites: readonly Site[];
}

export interface PageParts {
  readonly title: string;
  readonly section: Section;
  readonly frame: Frame;
  readonly body: Markup;
  /** Beside what every page's head holds. */
  readonly head?: Markup;
  /** `app`: the body fills the window and scrolls by itself. */
  readonly shape?: 'page' | 'app';
}

const LINKS: readonly (readonly [Section, string, string])[] = [
  ['home', '/', 'Home'],
  ['dashboard', '/dashboard', 'Dashboard'],
  ['site', '/site/', 'Storefront'],
  ['editor', '/editor', 'Editor'],
  ['store', '/store/', 'Demo store'],
  ['alerts', '/alerts', 'Alerts'],
  ['log', '/log', 'Request log'],
];

export function renderPage({ title, section, frame, body, head = html``, shape = 'page' }: PageParts): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Wix on your desk</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/bar.css">
<link rel="stylesheet" href="/assets/sandbox.css">
${head}</head>
<body class="shape-${shape}">
<a class="skip" href="#content">Skip to content</a>
${renderBar(section, frame)}
<main id="content" tabindex="-1">${body}</main>
</body>
</html>`;
}

/** The bar on top of every page: where one is, and that none of it is Wix. */
export function renderBar(section: Section, frame: Frame): Markup {
  const links = LINKS.map(([id, href, label]) =>
    id === section ? html`<a href="${href}" aria-current="page">${label}</a>` : html`<a href="${href}">${label}</a>`);
  return html`<header class="sandbox-bar">
<a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="22" height="22">Wix on your desk</a>
<nav aria-label="Sandbox">${links}</nav>
<span class="standin">Local stand-in, not Wix</span>
${siteSwitcher(frame)}
</header>`;
}

function siteSwitcher({ site, sites }: Frame): Markup {
  if (sites.length < 2) return html``;
  const options = sites.map((each) =>
    html`<option value="${each.instanceId}" ${each.instanceId === site.instanceId ? 'selected' : ''}>${each.name}</option>`);
  return html`<form class="switcher" method="post" action="/switch-site">
<label for="site-choice">Site</label>
<select id="site-choice" name="instanceId">${options}</select>
<button type="submit">Switch</button>
</form>`;
}

/** Stars as text for everybody and as colour for those who see it. */
export function stars(rating: number): Markup {
  const whole = Math.round(rating);
  return html`<span class="stars" role="img" aria-label="${String(rating)} out of 5 stars"><span aria-hidden="true">${'★'.repeat(whole)}<i>${'★'.repeat(5 - whole)}</i></span></span>`;
}
