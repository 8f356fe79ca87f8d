import { renderBar, type Frame } from '../pages/layout';

/** The demo store's own pages, under the bar that every page of the sandbox has. */
export async function underBar(response: Response, frame: Frame): Promise<Response> {
  if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return response;
  const bar = String(await renderBar('store', frame));
  const text = await response.text();
  const markup = text
    .replace('</head>', () => '<link rel="stylesheet" href="/assets/bar.css"></head>')
    .replace(/<body[^>]*>/u, (body) => `${body}${bar}`);
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(markup, { status: response.status, headers });
}
