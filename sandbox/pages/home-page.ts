import { html } from 'hono/html';
import { renderPage, type Frame, type Markup } from './layout';

export interface HomeParts {
  readonly frame: Frame;
  readonly store: { readonly url: string; readonly key: string; readonly secret: string };
  readonly counts: { readonly wixReviews: number; readonly storeReviews: number; readonly wixProducts: number; readonly storeProducts: number };
  readonly connection: Connection;
}

/** How connecting the demo store at the first start went. */
export type Connection =
  | { readonly kind: 'connected'; readonly matched: number }
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'failed'; readonly why: string };

const TILES: readonly (readonly [string, string, string])[] = [
  ['/dashboard', 'Dashboard', 'The app’s own pages, as the shop’s owner sees them in Wix. Start the backfill here.'],
  ['/site/', 'Storefront', 'The Wix shop. Write, change, approve or delete a review and look for it in the store.'],
  ['/editor', 'Editor', 'The settings panels of the app’s widgets, beside the widgets they change.'],
  ['/store/', 'Demo store', 'The WooCommerce store the owner also sells from. Reviews written here appear on Wix.'],
  ['/alerts', 'Alerts', 'Whom the app told when a review needed an answer: Wix’s bell, automations, a webhook.'],
  ['/log', 'Request log', 'Every call the app makes, and how many each of its invocations needed.'],
];

export function renderHome({ frame, store, counts, connection }: HomeParts): Markup {
  const tiles = TILES.map(([href, title, text]) => html`<a class="card tile" href="${href}"><h2>${title}</h2><p>${text}</p></a>`);
  const body = html`<h1>Review Relay, on your desk</h1>
<p class="lead">The real app, built as for release, running next to a local stand-in for Wix and a demo WooCommerce store.
Nothing leaves this computer, and nothing here is Wix.</p>
${connectionNotice(connection)}
<div class="toplinks">${tiles}</div>
<div class="split"><section class="card"><h2>Try it</h2><ol>
<li>Open the <a href="/dashboard">dashboard</a> and start the backfill: it carries both shops’ reviews across once.</li>
<li>Write a review in the <a href="/store/">demo store</a>, then find it on the <a href="/site/">storefront</a>. Try the other way round.</li>
<li>Edit it, answer it, hide it, delete it, and watch the copy follow.</li>
<li>See in the <a href="/log?view=writes">request log</a> that every change was written once.</li>
</ol></section>
<section class="card"><h2>In the shops now</h2><table><thead><tr><th></th><th class="num">Wix</th><th class="num">Store</th></tr></thead><tbody>
<tr><th scope="row">Products</th><td class="num">${counts.wixProducts}</td><td class="num">${counts.storeProducts}</td></tr>
<tr><th scope="row">Reviews</th><td class="num" data-testid="wix-reviews">${counts.wixReviews}</td><td class="num" data-testid="store-reviews">${counts.storeReviews}</td></tr>
</tbody></table></section></div>
<section class="card"><h2>Duplicate this site</h2>
<p class="soft">As owners do in Wix to try a new design. The copy has the app too; see on its dashboard what it does to the store: nothing.</p>
<form method="post" action="/duplicate-site"><button type="submit">Duplicate ${frame.site.name}</button></form></section>
<section class="card keys-card"><h2>The demo store’s address and keys</h2>
<p class="soft">To connect by hand, type these into the app’s dashboard. They open nothing but this stand-in.</p>
<dl class="keys"><dt>Address</dt><dd><code>${store.url}</code></dd><dt>Consumer key</dt><dd><code>${store.key}</code></dd>
<dt>Consumer secret</dt><dd><code>${store.secret}</code></dd></dl></section>`;
  return renderPage({ title: 'Home', section: 'home', frame, body });
}

function connectionNotice(connection: Connection): Markup {
  switch (connection.kind) {
    case 'connected':
      return html`<p class="notice" role="status">The demo store is connected.${connection.matched > 0 ? ` ${String(connection.matched)} products were matched at the first start.` : ''}</p>`;
    case 'by-hand':
      return html`<p class="notice warn">Nothing was connected when the sandbox started. Connect the demo store in the dashboard with the keys below.</p>`;
    case 'failed':
      return html`<p class="notice bad" role="alert">The demo store could not be connected: ${connection.why} Try it by hand in the dashboard.</p>`;
  }
}
