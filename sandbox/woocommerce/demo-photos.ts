import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import type { Html } from './demo-layout';
import { takenAtGate } from './taken-at-gate';

const UPLOADS = '/wp-content/uploads/';
const NAMES = ['garment-0', 'garment-1', 'garment-2', 'garment-3'] as const;
/** Wix cannot fetch this one. */
const BROKEN = 'broken';

/** The addresses of a chosen photo, as the store's upload folder would have it. */
export function photoAddresses(publicUrl: string, name: string): readonly string[] {
  return [...NAMES, BROKEN].some((known) => known === name) ? [`${publicUrl}${UPLOADS}${name}.jpg`] : [];
}

/** Shoppers choose from a few photos that are at hand, so that nothing has to be uploaded at a desk. */
export function photoChoice(chosen: string): Html {
  const words = [['', 'No photo'], ...NAMES.map((name, index) => [name, `Sample photo ${String(index + 1)}`]), [BROKEN, 'A file that cannot be fetched']] as const;
  return html`<label for="photo">Photo</label>
    <select id="photo" name="photo">
      ${words.map(([name = '', label = '']) => html`<option value="${name}" ${name === chosen ? 'selected' : ''}>${label}</option>`)}
    </select>`;
}

export function photoStrip(basePath: string, urls: readonly string[]): Html {
  return html`${urls.map((url) => html`<img class="photo" src="${basePath}${new URL(url).pathname}" alt="Photo by the customer" width="96" height="96" loading="lazy" />`)}`;
}

/** What the store's upload folder holds at a path; `null`: nothing. */
export function uploadAt(path: string): Response | null {
  const [, name] = /^\/wp-content\/uploads\/(garment-[0-7])(?:-\d+)?\.jpg$/u.exec(path) ?? [];
  if (name === undefined) return null;
  const photo = readFileSync(new URL(`../data/photos/${name}.jpg`, import.meta.url));
  return new Response(takenAtGate(photo), { headers: { 'content-type': 'image/jpeg' } });
}
