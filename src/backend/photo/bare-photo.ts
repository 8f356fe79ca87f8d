import { bareGif } from './bare-gif';
import { bareJpeg } from './bare-jpeg';
import { barePng } from './bare-png';
import { bareWebp } from './bare-webp';
import { joinBytes } from './join-bytes';

export interface Photo {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const KINDS = [
  ['image/jpeg', bareJpeg],
  ['image/png', barePng],
  ['image/webp', bareWebp],
  ['image/gif', bareGif],
] as const;

/**
 * The picture without anything it tells: where and when it was taken, with what, by whom. The pixels are not touched.
 * `null` when it is of no kind that this can be done for, or not whole: then it is not passed on.
 */
export function barePhoto(file: Uint8Array): Photo | null {
  for (const [type, bare] of KINDS) {
    const parts = bare(file);
    if (parts !== null) return { type, bytes: joinBytes(parts) };
  }
  return null;
}
