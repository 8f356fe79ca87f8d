import { html } from 'hono/html';
import { stars, type Html } from './demo-layout';
import type { ProductRow } from './rows';

export const PRODUCTS_PER_PAGE = 24;

interface ProductList {
  readonly basePath: string;
  readonly products: readonly ProductRow[];
  readonly search: string;
  readonly page: number;
}

/** The shop's front page: what it sells, with stars. */
export function productList({ basePath, products, search, page }: ProductList): Html {
  const pages = Math.max(1, Math.ceil(products.length / PRODUCTS_PER_PAGE));
  const shown = products.slice((page - 1) * PRODUCTS_PER_PAGE, page * PRODUCTS_PER_PAGE);
  const heading = search === '' ? 'All products' : `Products that match “${search}”`;
  return html`<h1 dir="auto">${heading}</h1>
    <p class="muted">${products.length} ${products.length === 1 ? 'product' : 'products'}</p>
    ${shown.length === 0 ? html`<p>Nothing found. <a href="${basePath}/">Show all products</a></p>` : ''}
    <ul class="grid">
      ${shown.map((product) => card(basePath, product))}
    </ul>
    ${pages === 1 ? '' : pager(basePath, search, page, pages)}`;
}

function card(basePath: string, product: ProductRow): Html {
  const count = `${product.ratingCount} ${product.ratingCount === 1 ? 'review' : 'reviews'}`;
  return html`<li class="card">
    <a href="${basePath}/product/${product.slug}/">
      <span class="picture hue-${product.id % 6}" aria-hidden="true">${product.name.charAt(0)}</span>
      <span class="name" dir="auto">${product.name}</span>
    </a>
    <span class="line">${stars(Number(product.averageRating))} <span class="muted">${count}</span></span>
    ${product.price === '' ? '' : html`<span class="price">$${Number(product.price).toFixed(2)}</span>`}
  </li>`;
}

function pager(basePath: string, search: string, page: number, pages: number): Html {
  const address = (to: number) => `${basePath}/?${new URLSearchParams({ q: search, page: String(to) }).toString()}`;
  return html`<nav class="pager" aria-label="Pages">
    ${page > 1 ? html`<a href="${address(page - 1)}" rel="prev">Previous page</a>` : ''}
    <span>Page ${page} of ${pages}</span>
    ${page < pages ? html`<a href="${address(page + 1)}" rel="next">Next page</a>` : ''}
  </nav>`;
}
