import { html, raw } from 'hono/html';
import type { SiteElement } from '../host/manifest';
import { renderPage, type Frame, type Markup } from './layout';
import { settingsInAddress, siteElement, siteScripts } from './site-elements';
import { themed } from './themed';

/** How the page around the widgets looks, and what each widget is set to (`helpful.layout=row`). */
export interface ReviewsView {
  readonly frame: Frame;
  readonly elements: readonly SiteElement[];
  readonly query: Readonly<Record<string, string>>;
}

/** A page of the merchant's site with the app's widgets on it. */
export function renderReviews({ frame, elements, query }: ReviewsView): Markup {
  const widgets = elements.filter(({ slots }) => slots.length === 0);
  // Twice the same widget is two of them, each with its own settings.
  const placed = query['twice'] === undefined ? widgets : [...widgets, ...widgets];
  const width = pixels(query['width']);
  // The room an element has before its script runs: what the editor measured when it was placed, else the default.
  const room = pixels(query['room']);
  const body = themed(query, html`<h1>What customers say</h1>
<div style="${raw(width === null ? '' : `inline-size:${String(width)}px`)}">${placed.map((element) => html`<section class="placed" style="min-block-size:${String(room ?? element.heightPx)}px">${siteElement(element, settingsInAddress(element, query))}</section>`)}</div>
<p class="soft small" data-testid="after">The page goes on below the reviews.</p>`);
  const scripts = siteScripts(widgets, frame.site.instanceId, { mode: query['mode'] === 'Editor' ? 'Editor' : 'Site' });
  return renderPage({ title: 'Customer reviews', section: 'site', frame, body: html`${body}${scripts}` });
}

function pixels(text: string | undefined): number | null {
  return /^\d{2,4}$/u.test(text ?? '') ? Number(text) : null;
}
