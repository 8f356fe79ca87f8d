import { readFileSync } from 'node:fs';
import { hashedNumber } from '../seed/hashed';

const PHOTOS = new URL('../data/photos/', import.meta.url);
const GARMENTS = 4;

/** What Wix's media hosts would answer at a path such as `static/media/<id>/v1/fill/w_300,h_300/<id>`; `null`: no such file. */
export function mediaFile(path: string): Response | null {
  const [, host, id = ''] = /^(static\/media|video\/video)\/([^/]+)/u.exec(path) ?? [];
  if (host === undefined || id.startsWith('broken')) return null;
  return host === 'video/video' ? answer('turn.webm', 'video/webm') : answer(photoOf(id), 'image/jpeg');
}

function answer(file: string, type: string): Response {
  return new Response(readFileSync(new URL(file, PHOTOS)), { headers: { 'content-type': type, 'cache-control': 'max-age=3600' } });
}

/** Every second picture of a seeded review is upright, and so are the files with odd numbers. */
function photoOf(id: string): string {
  const named = /garment-[0-7]/u.exec(id)?.[0];
  if (named !== undefined) return `${named}.jpg`;
  const isUpright = Number(/_(\d+)~/u.exec(id)?.[1] ?? 0) % 2 === 1;
  return `garment-${2 * hashedNumber(id, GARMENTS) + (isUpright ? 1 : 0)}.jpg`;
}
