import { html, raw } from 'hono/html';
import type { SiteElement } from '../host/manifest';
import { scriptSafeJson } from './dashboard-page';
import type { Markup } from './layout';

/** What the browser's half of the site reads from the page it runs in. */
export interface SiteHostSettings {
  readonly instanceId: string;
  readonly tags: readonly string[];
  readonly mode: 'Site' | 'Preview' | 'Editor';
  /** What a product page tells the plugins in its slots. */
  readonly productId: string | null;
}

/** An app's element with the attributes that a merchant's settings give it. */
export function siteElement({ tagName }: SiteElement, settings: Readonly<Record<string, string>>): Markup {
  const attributes = Object.entries(settings).map(([name, value]) => html` ${raw(attributeName(name))}="${value}"`);
  return html`${raw(`<${tagName}`)}${attributes}>${raw(`</${tagName}>`)}`;
}

/**
 * What a Wix page holds for its custom elements: each script once, and the host that hands out the visitor's token.
 * The host comes first, for the scripts look for it when they load.
 */
export function siteScripts(elements: readonly SiteElement[], instanceId: string, more: Partial<Pick<SiteHostSettings, 'mode' | 'productId'>> = {}): Markup {
  const settings: SiteHostSettings = { instanceId, tags: elements.map(({ tagName }) => tagName), mode: 'Site', productId: null, ...more };
  return html`<script type="application/json" id="site-settings">${raw(scriptSafeJson(settings))}</script>
<script src="/assets/site-host.js"></script>
${elements.map(({ scriptPath }) => html`<script type="module" crossorigin src="${scriptPath}"></script>`)}`;
}

function attributeName(name: string): string {
  if (!/^[a-z][a-z0-9-]*$/u.test(name)) throw new TypeError(`Expected the name of an attribute, got ${JSON.stringify(name)}`);
  return name;
}

/** Settings of one element in the address of a page, such as `gallery.layout=carousel`. */
export function settingsInAddress({ tagName }: SiteElement, query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const prefix = `${tagName.replace('review-relay-', '')}.`;
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])));
}
