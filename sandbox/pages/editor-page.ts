import { html, raw } from 'hono/html';
import type { SiteElement } from '../host/manifest';
import { scriptSafeJson } from './dashboard-page';
import { renderPage, type Frame, type Markup } from './layout';
import { siteElement, siteScripts } from './site-elements';

export interface EditorParts {
  readonly frame: Frame;
  readonly elements: readonly SiteElement[];
  readonly open: SiteElement;
}

/** What the browser's half of the editor reads from the page it runs in. */
export interface EditorSettings {
  readonly appId: string;
  readonly tagName: string;
}

/** One element on the editor's stage, beside the settings panel that the app made for it. */
export function renderEditor({ frame, elements, open }: EditorParts): Markup {
  const settings: EditorSettings = { appId: frame.site.instanceId, tagName: open.tagName };
  const links = elements.filter(({ panelPath }) => panelPath !== null).map(({ id, name }) => (id === open.id
    ? html`<a href="/editor/${id}" aria-current="page">${name}</a>`
    : html`<a href="/editor/${id}">${name}</a>`));
  const body = html`<nav class="side" aria-label="Elements"><p>Elements</p>${links}</nav>
<section class="stage scrolls" aria-label="${open.name}"><div class="themed">${siteElement(open, {})}</div></section>
<iframe class="panel" id="panel" title="Settings: ${open.name}" src="${open.panelPath ?? ''}"></iframe>
<input type="color" id="color" hidden aria-label="Color">
<script type="application/json" id="editor-settings">${raw(scriptSafeJson(settings))}</script>
<script src="/assets/editor-host.js"></script>
${siteScripts([open], frame.site.instanceId, { mode: 'Editor' })}`;
  return renderPage({ title: 'Editor', section: 'editor', frame, body, shape: 'app' });
}
