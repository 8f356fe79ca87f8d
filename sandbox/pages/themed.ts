import { html, raw } from 'hono/html';
import type { Markup } from './layout';

/** Colours as a Wix site's theme names them, for a light and a dark site. */
const THEMES: Readonly<Record<string, string>> = {
  light: '',
  dark: '--wst-color-fill-background-primary:#181c26;--wst-color-text-primary:#f2f4f8;--wst-color-action:#ffb454;--wst-color-line:#4a5264;background:#0f1219;color:#f2f4f8;color-scheme:dark',
};

/** Part of the merchant's site as its address asks for it: `theme=dark`, `dir=rtl`. */
export function themed(query: Readonly<Record<string, string>>, content: Markup): Markup {
  return html`<div class="themed" dir="${query['dir'] === 'rtl' ? 'rtl' : 'ltr'}" style="${raw(THEMES[query['theme'] ?? 'light'] ?? '')}">
${content}</div>`;
}
