import { readFileSync } from 'node:fs';
import { hashedNumber } from '../seed/hashed';

const PHOTOS = new URL('../data/photos/', import.meta.url);
const GARMENTS = 4;

/**
 * What Wix's media hosts would answer at a path such as `static/media/<id>/v1/fill/w_300,h_300/<id>`; `null`: no such file. What was
 * imported is answered as it came, at every size: Wix promises nobody that it does anything else with what a file tells.
 */
export function mediaFile(path: string, imported: (id: string) => Buffer<ArrayBuffer> | null): Response | null {
  const [, host, id = ''] = /^(static\/media|video\/video)\/([^/]+)/u.exec(path) ?? [];
  if (host === undefined || id.startsWith('broken')) return null;
  if (host === 'video/video') return answer(drawn('turn.webm'), 'video/webm');
  return answer(imported(id) ?? drawn(photoOf(id)), 'image/jpeg');
}

function drawn(file: string): Buffer<ArrayBuffer> {
  return readFileSync(new URL(file, PHOTOS));
}

function answer(file: Buffer<ArrayBuffer>, type: string): Response {
  return new Response(file, { headers: { 'content-type': type, 'cache-control': 'max-age=3600' } });
}

/** Every second picture of a seeded review is upright, and so are the files with odd numbers. */
function photoOf(id: string): string {
  const isUpright = Number(/_(\d+)~/u.exec(id)?.[1] ?? 0) % 2 === 1;
  return `garment-${2 * hashedNumber(id, GARMENTS) + (isUpright ? 1 : 0)}.jpg`;
}
