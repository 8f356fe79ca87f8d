import { html } from 'hono/html';
import type { ModerationStatus, Review } from '../wix/review';
import { stars, type Markup } from './layout';
import { editForm } from './review-form';

/** One review as visitors see it, with what its writer and the shop's owner can do folded away below it. */
export function reviewCard(review: Review): Markup {
  const { id, content, author, moderation, reply } = review;
  return html`<article class="review" id="r-${id}" data-review-id="${id}">
<div class="row">${stars(content.rating)}${statusPill(moderation.moderationStatus)}
${review.verified ? html`<span class="pill good">Verified buyer</span>` : ''}
${review.origin.type === 'APP' ? html`<span class="pill">Added by the app</span>` : ''}</div>
${content.title ? html`<h3 dir="auto">${content.title}</h3>` : ''}
<p class="words" dir="auto">${content.body ?? ''}</p>
<p class="soft small"><bdi>${author.authorName ?? 'Anonymous'}</bdi> · ${day(review.reviewDate)}</p>
${reply === undefined ? '' : html`<div class="reply"><strong>Answer from the shop</strong><br><bdi>${reply.message}</bdi></div>`}
${actions(review)}
</article>`;
}

function actions(review: Review): Markup {
  const { id, moderation, foundHelpful, reply } = review;
  const status = moderation.moderationStatus;
  return html`<div class="row compact">
${postButton(`/site/reviews/${id}/helpful`, `Helpful (${String(foundHelpful)})`)}
<details><summary class="soft small">Edit or manage</summary><div class="card">
<div class="row compact">
${status === 'APPROVED' ? '' : postButton(`/site/reviews/${id}/approve`, 'Approve')}
${status === 'REJECTED' ? '' : postButton(`/site/reviews/${id}/reject`, 'Reject')}
${postButton(`/site/reviews/${id}/delete`, 'Delete', 'danger')}</div>
<hr class="line">${editForm(review)}
<hr class="line"><form method="post" action="/site/reviews/${id}/reply">
<div class="field"><label for="reply-${id}">Answer as the shop</label><textarea id="reply-${id}" name="message" required maxlength="2000">${reply?.message ?? ''}</textarea></div>
<button class="quiet" type="submit">Publish answer</button></form>
</div></details></div>`;
}

function postButton(action: string, label: string, look: 'quiet' | 'danger' = 'quiet'): Markup {
  return html`<form class="inline" method="post" action="${action}"><button class="${look}" type="submit">${label}</button></form>`;
}

function statusPill(status: ModerationStatus): Markup {
  switch (status) {
    case 'APPROVED':
      return html``;
    case 'IN_MODERATION':
      return html`<span class="pill warn">Waiting for approval, hidden from visitors</span>`;
    case 'REJECTED':
      return html`<span class="pill bad">Rejected, hidden from visitors</span>`;
  }
}

function day(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
