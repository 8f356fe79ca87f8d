import { html } from 'hono/html';
import type { StatusChange } from './comment-writes';
import { isoDay, plainText, stars, type Html } from './demo-layout';
import { photoStrip } from './demo-photos';
import type { CommentRow, CommentStatus } from './rows';

const STATUS_WORDS: Record<CommentStatus, string> = {
  approved: 'Published',
  hold: 'Waiting for approval',
  spam: 'Spam',
  trash: 'In the trash',
};

/** What the owner may do from each status, in the order the buttons stand. */
const CHANGES: Record<CommentStatus, readonly (readonly [StatusChange, string])[]> = {
  approved: [['hold', 'Hold'], ['spam', 'Spam'], ['trash', 'Trash']],
  hold: [['approved', 'Approve'], ['spam', 'Spam'], ['trash', 'Trash']],
  spam: [['unspam', 'Not spam'], ['approved', 'Approve'], ['trash', 'Trash']],
  trash: [['untrash', 'Restore'], ['spam', 'Spam']],
};

/** One review as shoppers see it, with the owner's tools under it. */
export function reviewCard(basePath: string, row: CommentRow, replies: readonly CommentRow[]): Html {
  const author = plainText(row.author);
  return html`<article class="review status-${row.status}" id="review-${row.id}" aria-labelledby="by-${row.id}">
    <header class="line">
      ${stars(row.rating)}
      <h3 id="by-${row.id}" dir="auto">${author}</h3>
      <time class="muted" datetime="${new Date(row.createdMs).toISOString()}">${isoDay(row.createdMs)}</time>
      ${row.verified ? html`<span class="badge">Verified buyer</span>` : ''}
      ${row.status === 'approved' ? '' : html`<span class="badge warn">${STATUS_WORDS[row.status]}</span>`}
    </header>
    <p class="text" dir="auto">${plainText(row.content)}</p>
    ${photoStrip(basePath, row.photos ?? [])} ${replies.map((reply) => replyBox(`${basePath}/admin/review/${row.id}`, reply))} ${ownerTools(basePath, row, author)}
  </article>`;
}

function replyBox(address: string, reply: CommentRow): Html {
  return html`<div class="reply">
    <strong>Answer from the shop</strong>
    <p class="text" dir="auto">${plainText(reply.content)}</p>
    <details>
      <summary>Edit answer</summary>
      <form class="stack" method="post" action="${address}/edit-reply">
        <input type="hidden" name="reply" value="${reply.id}" />
        <label for="answer-${reply.id}">Answer</label>
        <textarea id="answer-${reply.id}" name="text" rows="2" required dir="auto">${reply.content}</textarea>
        <button type="submit">Save answer</button>
      </form>
    </details>
    <form method="post" action="${address}/delete-reply">
      <button type="submit" name="reply" value="${reply.id}">Delete answer</button>
    </form>
  </div>`;
}

function ownerTools(basePath: string, row: CommentRow, author: string): Html {
  const address = `${basePath}/admin/review/${row.id}`;
  return html`<div class="tools" role="group" aria-label="Shop owner: review by ${author}">
    <span class="muted">Shop owner</span>
    ${CHANGES[row.status].map(
      ([change, label]) => html`<form method="post" action="${address}/status">
        <button type="submit" name="change" value="${change}" aria-label="${label}: review by ${author}">${label}</button>
      </form>`,
    )}
    <form method="post" action="${address}/delete" data-confirm="Delete this review for ever?">
      <button class="danger" type="submit" aria-label="Delete for ever: review by ${author}">Delete for ever</button>
    </form>
    <details>
      <summary aria-label="Edit review by ${author}">Edit</summary>
      ${editForm(address, row)}
    </details>
    <details>
      <summary aria-label="Answer review by ${author}">Answer</summary>
      <form class="stack" method="post" action="${address}/reply">
        <label for="reply-${row.id}">Answer as the shop</label>
        <textarea id="reply-${row.id}" name="text" rows="2" required dir="auto"></textarea>
        <button type="submit">Publish answer</button>
      </form>
    </details>
  </div>`;
}

function editForm(address: string, row: CommentRow): Html {
  return html`<form class="stack" method="post" action="${address}/edit">
    <label for="text-${row.id}">Text</label>
    <textarea id="text-${row.id}" name="text" rows="4" required dir="auto">${row.content}</textarea>
    <label for="stars-${row.id}">Stars</label>
    <select id="stars-${row.id}" name="rating">
      ${[5, 4, 3, 2, 1, 0].map(
        (rating) => html`<option value="${rating}" ${rating === row.rating ? 'selected' : ''}>
          ${rating === 0 ? 'No stars' : `${rating} ${rating === 1 ? 'star' : 'stars'}`}
        </option>`,
      )}
    </select>
    <button type="submit">Save changes</button>
  </form>`;
}
