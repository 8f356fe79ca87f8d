import { html } from 'hono/html';
import { renderPage, type Frame, type Markup } from './layout';

export function renderNotFound(frame: Frame): Markup {
  return renderPage({
    title: 'Not found', section: 'home', frame,
    body: html`<div class="card empty"><h1>There is nothing here</h1><p>The address may be old, or what stood here was deleted.</p><p><a class="button" href="/">Home</a></p></div>`,
  });
}
