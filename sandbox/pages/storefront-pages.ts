import { html } from 'hono/html';
import type { SiteElement } from '../host/manifest';
import { isPublished, type Review } from '../wix/review';
import { renderPage, stars, type Frame, type Markup } from './layout';
import { reviewCard } from './review-card';
import type { ProductPageKind } from './product-slots';
import { writeForm, type Draft } from './review-form';
import type { Done, ShopProduct } from './shop';
import { settingsInAddress, siteElement, siteScripts } from './site-elements';
import { themed } from './themed';

const PAGE_SIZE = 20;
const PRODUCTS_SHOWN = 24;

export interface ListView {
  readonly frame: Frame;
  readonly products: readonly ShopProduct[];
  readonly reviews: readonly Review[];
  readonly search: string;
  readonly page: number;
}

export function renderProducts({ frame, products, reviews, search, page }: ListView): Markup {
  const byProduct = group(reviews);
  const words = search.toLowerCase();
  const found = products.filter(({ name, sku }) => `${name} ${sku ?? ''}`.toLowerCase().includes(words));
  const shown = found.slice((page - 1) * PRODUCTS_SHOWN, page * PRODUCTS_SHOWN);
  const published = reviews.filter(isPublished).length;
  const body = html`<div class="row between"><h1>${frame.site.name}</h1>
<form class="search" role="search" action="/site/"><label class="skip" for="q">Search products</label>
<input id="q" name="q" type="search" placeholder="Search products" value="${search}"><button type="submit">Search</button></form></div>
<p class="lead">${count(products.length, 'product')} · <span data-testid="published">${published}</span> published reviews${waiting(reviews.length - published)} · <a href="/site/reviews">What customers say</a></p>
${shown.length === 0 ? noProducts(search) : html`<div class="grid">${shown.map((product) => tile(product, byProduct.get(product.id) ?? []))}</div>`}
${pager('/site/', search, page, Math.ceil(found.length / PRODUCTS_SHOWN))}`;
  return renderPage({ title: 'Storefront', section: 'site', frame, body });
}

function group(reviews: readonly Review[]): Map<string, Review[]> {
  const groups = new Map<string, Review[]>();
  for (const review of reviews) {
    const group = groups.get(review.entityId);
    if (group === undefined) groups.set(review.entityId, [review]);
    else group.push(review);
  }
  return groups;
}

function waiting(hidden: number): string {
  return hidden === 0 ? '' : ` · ${count(hidden, 'review')} hidden from visitors`;
}

function noProducts(search: string): Markup {
  return search === ''
    ? html`<div class="card empty"><h2>This shop has no products yet</h2><p>It was started empty. Start without <code>--empty</code> for a filled shop.</p></div>`
    : html`<div class="card empty"><h2>Nothing matches “${search}”</h2><p><a href="/site/">Show all products</a></p></div>`;
}

function tile(product: ShopProduct, reviews: readonly Review[]): Markup {
  return html`<a class="card tile" href="/site/product/${product.id}">${swatch(product)}
<h3>${product.name}</h3>${summary(reviews)}</a>`;
}

function summary(reviews: readonly Review[]): Markup {
  const published = reviews.filter(isPublished);
  if (published.length === 0) return html`<p>No reviews yet</p>`;
  const average = published.reduce((sum, { content }) => sum + content.rating, 0) / published.length;
  return html`<p class="row">${stars(Math.round(average * 10) / 10)} ${average.toFixed(1)} (${published.length})</p>`;
}

/** A coloured square in place of a photograph; the colour belongs to the product. */
function swatch({ id, name }: ShopProduct): Markup {
  const hue = Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const initials = name.split(/\s+/u).slice(0, 2).map((word) => word.slice(0, 1).toUpperCase()).join('');
  return html`<div class="swatch" aria-hidden="true" style="background:linear-gradient(135deg,hsl(${hue} 45% 46%),hsl(${(hue + 40) % 360} 50% 36%))">${initials}</div>`;
}

export interface ProductView {
  readonly frame: Frame;
  readonly product: ShopProduct;
  readonly reviews: readonly Review[];
  readonly page: number;
  readonly said: Done | null;
  readonly draft: Draft;
  readonly kind: ProductPageKind;
  /** The app's plugins for this page. */
  readonly plugins: readonly SiteElement[];
  /** Settings of the plugins. */
  readonly query: Readonly<Record<string, string>>;
}

export function renderProduct({ frame, product, reviews, page, said, draft, kind, plugins, query }: ProductView): Markup {
  const shown = reviews.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const facts = html`<h1>${product.name}</h1>${summary(reviews)}${product.sku === null ? '' : html`<p class="soft small">Article ${product.sku}</p>`}`;
  // Whether Wix hands the product over as a property or as an attribute is not documented: each page does it one way.
  const told: Readonly<Record<string, string>> = kind === 'old' ? { productid: product.id } : {};
  const placed = plugins.map((plugin) => html`<section class="placed" aria-label="${plugin.name}">${siteElement(plugin, { ...settingsInAddress(plugin, query), ...told })}</section>`);
  const body = html`<p class="crumbs row between"><a href="/site/">All products</a>${otherPage(kind)}</p>
${said === null ? '' : notice(said)}
${themed(query, kind === 'new' ? html`<div class="product">${swatch(product)}<div>${facts}</div></div>${placed}` : html`<div class="product classic">${swatch(product)}<div>${facts}${placed}</div></div>`)}
<div class="split"><section class="card" aria-labelledby="reviews"><h2 id="reviews">Reviews (${reviews.length})</h2>
${shown.length === 0 ? html`<div class="empty"><p>Nobody has reviewed this yet. Be the first.</p></div>` : shown.map(reviewCard)}
${pager(`/site/product/${product.id}`, '', page, Math.ceil(reviews.length / PAGE_SIZE))}
</section>${writeForm(product.id, draft)}</div>
${siteScripts(plugins, frame.site.instanceId, { productId: kind === 'new' ? product.id : null })}`;
  return renderPage({ title: product.name, section: 'site', frame, body, head: html`<meta property="og:title" content="${product.name}">` });
}

function otherPage(kind: ProductPageKind): Markup {
  return kind === 'new'
    ? html`<span class="soft small">The new product page of Wix Stores · <a href="?product-page=old">the old one</a></span>`
    : html`<span class="soft small">The old product page of Wix Stores · <a href="?">the new one</a></span>`;
}

function notice(said: Done): Markup {
  return said.kind === 'done'
    ? html`<p class="notice" role="status">${said.note}</p>`
    : html`<p class="notice bad" role="alert">${said.why}</p>`;
}

function pager(path: string, search: string, page: number, pages: number): Markup {
  if (pages < 2) return html``;
  const link = (to: number, label: string): Markup => {
    const query = new URLSearchParams({ ...(search === '' ? {} : { q: search }), page: String(to) });
    return html`<a class="button quiet" href="${path}?${query.toString()}">${label}</a>`;
  };
  return html`<nav class="row between pager" aria-label="Pages"><span>${page > 1 ? link(page - 1, 'Previous') : ''}</span>
<span class="soft small">Page ${page} of ${pages}</span><span>${page < pages ? link(page + 1, 'Next') : ''}</span></nav>`;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
