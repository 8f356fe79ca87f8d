import { decodeHTML } from 'entities';
import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

export interface PageFrame {
  /** Where the pages hang, e.g. `/store`; empty at the root. */
  readonly basePath: string;
  readonly storeName: string;
  readonly title: string;
  readonly search: string;
  /** What the last action did, read out once. */
  readonly notice: string | null;
}

export function layout({ basePath, storeName, title, search, notice }: PageFrame, main: Html): Html {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${storeName}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${basePath}/demo.css" />
        <script src="${basePath}/demo.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="top">
          <a class="brand" href="${basePath}/">${storeName}</a>
          <span class="tag">Demo WooCommerce store</span>
          <form class="search" role="search" action="${basePath}/" method="get">
            <label class="hidden" for="q">Search products</label>
            <input id="q" name="q" type="search" value="${search}" placeholder="Search products" />
            <button type="submit">Search</button>
          </form>
        </header>
        <main id="main" tabindex="-1">
          ${notice === null ? '' : html`<p class="notice" role="status">${notice}</p>`} ${main}
        </main>
      </body>
    </html>`;
}

/** Stars as a picture with words for those who do not see it. */
export function stars(rating: number): Html {
  if (rating <= 0) return html`<span class="no-stars">No stars</span>`;
  const full = Math.round(Math.min(rating, 5));
  const words = `${rating} out of 5 stars`;
  return html`<span class="stars" role="img" aria-label="${words}">${'★'.repeat(full)}<span class="empty">${'★'.repeat(5 - full)}</span></span>`;
}

/** Text a shopper reads: without tags, with entities decoded. It still goes out as an escaped text node. */
export function plainText(stored: string): string {
  return decodeHTML(stored.replace(/<\/?[a-zA-Z][^>]*>/g, ''));
}

export function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
