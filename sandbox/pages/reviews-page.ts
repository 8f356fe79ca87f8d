import { html, raw } from 'hono/html';
import type { SiteElement } from '../host/manifest';
import { renderPage, type Frame, type Markup } from './layout';
import { settingsInAddress, siteElement, siteScripts } from './site-elements';

/** How the page around the widgets looks, and what each widget is set to (`helpful.layout=row`). */
export interface ReviewsView {
  readonly frame: Frame;
  readonly elements: readonly SiteElement[];
  readonly query: Readonly<Record<string, string>>;
}

/** Colours as a Wix site's theme names them, for a light and a dark site. */
const THEMES: Readonly<Record<string, string>> = {
  light: '',
  dark: '--wst-color-fill-background-primary:#181c26;--wst-color-text-primary:#f2f4f8;--wst-color-action:#ffb454;--wst-color-line:#4a5264;background:#0f1219;color:#f2f4f8;color-scheme:dark',
};

/** A page of the merchant's site with the app's widgets on it. */
export function renderReviews({ frame, elements, query }: ReviewsView): Markup {
  const widgets = elements.filter(({ isPlugin }) => !isPlugin);
  // Twice the same widget is two of them, each with its own settings.
  const placed = query['twice'] === undefined ? widgets : [...widgets, ...widgets];
  const width = pixels(query['width']);
  // The room an element has before its script runs: what the editor measured when it was placed, else the default.
  const room = pixels(query['room']);
  const body = html`<div class="themed" dir="${query['dir'] === 'rtl' ? 'rtl' : 'ltr'}" style="${raw(THEMES[query['theme'] ?? 'light'] ?? '')}">
<h1>What customers say</h1>
<div style="${raw(width === null ? '' : `inline-size:${String(width)}px`)}">${placed.map((element) => html`<section class="placed" style="min-block-size:${String(room ?? element.heightPx)}px">${siteElement(element, settingsInAddress(element, query))}</section>`)}</div>
<p class="soft small" data-testid="after">The page goes on below the reviews.</p></div>
${siteScripts(widgets, frame.site.instanceId, { mode: query['mode'] === 'Editor' ? 'Editor' : 'Site' })}`;
  return renderPage({ title: 'Customer reviews', section: 'site', frame, body });
}

function pixels(text: string | undefined): number | null {
  return /^\d{2,4}$/u.test(text ?? '') ? Number(text) : null;
}
