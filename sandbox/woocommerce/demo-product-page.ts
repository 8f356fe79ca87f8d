import { html } from 'hono/html';
import { photoChoice } from './demo-photos';
import { stars, type Html } from './demo-layout';
import { reviewCard } from './demo-review-card';
import type { CommentRow, ProductRow } from './rows';

/** What a guest typed, kept when the shop refuses it. */
export interface Draft {
  readonly name: string;
  readonly email: string;
  readonly rating: string;
  readonly text: string;
  /** Name of one of the sample photos; empty: none. */
  readonly photo: string;
}

interface ProductPage {
  readonly basePath: string;
  readonly product: ProductRow;
  /** Reviews of this product and the answers to them, newest first. */
  readonly comments: readonly CommentRow[];
  readonly holdsReviews: boolean;
  readonly draft: Draft;
  readonly refusal: string | null;
}

/** One product with its reviews, the form for a new one, and the owner's tools. */
export function productPage(page: ProductPage): Html {
  const { basePath, product, comments } = page;
  const reviews = comments.filter((row) => row.type === 'review');
  const visible = reviews.filter((row) => row.status === 'approved');
  const hidden = reviews.filter((row) => row.status !== 'approved');
  const cards = (rows: readonly CommentRow[]) =>
    rows.map((row) => reviewCard(basePath, row, comments.filter((other) => other.parent === row.id && other.status === 'approved')));
  return html`<p><a href="${basePath}/">← All products</a></p>
    <div class="product">
      <span class="picture hue-${product.id % 6}" aria-hidden="true">${product.name.charAt(0)}</span>
      <div>
        <h1 dir="auto">${product.name}</h1>
        <p class="line">${stars(Number(product.averageRating))}<span class="muted">${product.averageRating} from ${product.ratingCount} ratings</span></p>
        ${product.price === '' ? '' : html`<p class="price">$${Number(product.price).toFixed(2)}</p>`}
        ${product.description === '' ? '' : html`<p dir="auto">${product.description}</p>`}
        ${product.sku === '' ? '' : html`<p class="muted">SKU ${product.sku}</p>`}
      </div>
    </div>
    <div class="columns">
      <section aria-labelledby="reviews">
        <h2 id="reviews">Reviews (${visible.length})</h2>
        ${visible.length === 0 ? html`<p class="muted">No reviews yet. Be the first to write one.</p>` : cards(visible)}
        ${hidden.length === 0 ? '' : html`<h2>Not shown to shoppers (${hidden.length})</h2> ${cards(hidden)}`}
      </section>
      <aside>${reviewForm(page)} ${settingForm(page)}</aside>
    </div>`;
}

function reviewForm({ basePath, product, draft, refusal }: ProductPage): Html {
  const choices = ['5', '4', '3', '2', '1', ''];
  const label = (value: string) => (value === '' ? 'No stars' : `${value} ${value === '1' ? 'star' : 'stars'}`);
  return html`<section class="panel" aria-labelledby="write">
    <h2 id="write">Write a review</h2>
    ${refusal === null ? '' : html`<p class="notice error" role="alert">${refusal}</p>`}
    <form class="stack" method="post" action="${basePath}/product/${product.slug}/review#write">
      <fieldset>
        <legend>Your stars</legend>
        ${choices.map(
          (value) => html`<label class="choice">
            <input type="radio" name="rating" value="${value}" ${value === draft.rating ? 'checked' : ''} />
            ${label(value)}
          </label>`,
        )}
      </fieldset>
      <label for="text">Your review</label>
      <textarea id="text" name="text" rows="5" required dir="auto">${draft.text}</textarea>
      ${photoChoice(draft.photo)}
      <label for="name">Name</label>
      <input id="name" name="name" required autocomplete="name" dir="auto" value="${draft.name}" />
      <label for="email">E-mail</label>
      <input id="email" name="email" type="email" required autocomplete="email" value="${draft.email}" />
      <button class="primary" type="submit">Submit review</button>
    </form>
  </section>`;
}

function settingForm({ basePath, product, holdsReviews }: ProductPage): Html {
  return html`<section class="panel" aria-labelledby="setting">
    <h2 id="setting">Shop owner</h2>
    <form class="stack" method="post" action="${basePath}/admin/settings">
      <input type="hidden" name="back" value="${product.slug}" />
      <label class="choice">
        <input type="checkbox" name="hold" value="yes" ${holdsReviews ? 'checked' : ''} />
        New reviews wait for approval
      </label>
      <button type="submit">Save setting</button>
    </form>
  </section>`;
}
