import { mediaPlaceholder } from '../wix/media-placeholder';

/** What Wix's media hosts would answer at a path such as `static/media/<id>/v1/fill/w_300,h_300/<id>`; `null`: no such file. */
export function mediaFile(path: string): Response | null {
  const id = /^static\/media\/([^/]+)/u.exec(path)?.[1];
  if (id === undefined || id.startsWith('broken')) return null;
  return new Response(mediaPlaceholder(`/${path.replace('static/', '')}`), { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' } });
}
