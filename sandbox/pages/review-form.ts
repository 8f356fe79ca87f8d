import { html } from 'hono/html';
import type { Review } from '../wix/review';
import type { Markup } from './layout';

const CHOICES = [5, 4, 3, 2, 1] as const;

/** Five radio buttons that look like stars; the arrow keys move between them. */
function ratingField(id: string, chosen: number): Markup {
  const inputs = CHOICES.map((rating) => html`<input type="radio" id="${id}-${rating}" name="rating" value="${rating}" required ${rating === chosen ? 'checked' : ''}>
<label for="${id}-${rating}" title="${rating} of 5"><span aria-hidden="true">★</span><span class="skip">${rating} stars</span></label>`);
  return html`<fieldset class="rate"><legend>Stars</legend><span class="rate-stars">${inputs}</span></fieldset>`;
}

/** What was typed, kept when it could not be sent. */
export type Draft = Readonly<Record<string, string>>;

export function writeForm(productId: string, draft: Draft): Markup {
  const typed = (name: string): string => draft[name] ?? '';
  return html`<section class="card" aria-labelledby="write">
<h2 id="write">Write a review</h2>
<form method="post" action="/site/product/${productId}/reviews">
${ratingField('new', Number(typed('rating')))}
<div class="field"><label for="new-title">Title</label><input id="new-title" name="title" value="${typed('title')}" maxlength="200" autocomplete="off"></div>
<div class="field"><label for="new-body">Your review</label><textarea id="new-body" name="body" required maxlength="5000">${typed('body')}</textarea></div>
<div class="field"><label for="new-name">Name</label><input id="new-name" name="name" value="${typed('name')}" required maxlength="80" autocomplete="off"></div>
<div class="field"><label for="new-email">E-mail</label><input id="new-email" name="email" value="${typed('email')}" type="email" required maxlength="120" autocomplete="off"></div>
<p class="soft small">Your e-mail is never shown. One review per person and product.</p>
<button type="submit">Send review</button>
</form></section>`;
}

export function editForm({ id, content }: Review): Markup {
  return html`<form method="post" action="/site/reviews/${id}/edit">
${ratingField(`edit-${id}`, content.rating)}
<div class="field"><label for="title-${id}">Title</label><input id="title-${id}" name="title" maxlength="200" value="${content.title ?? ''}"></div>
<div class="field"><label for="body-${id}">Review</label><textarea id="body-${id}" name="body" required maxlength="5000">${content.body ?? ''}</textarea></div>
<button type="submit">Save changes</button>
</form>`;
}
