import { numbersOf, spells } from './bytes-at';
import { exifOf, orientationOf } from './orientation';

const MARK = 0xff;
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const EXIF = 'Exif\0\0';
/** Without the small picture that some programs put into it. */
const PLAIN_JFIF_BYTES = 18;

/**
 * The parts of a JPEG that draw it, in order: tables, frames, scans, the colour profile and which way is up. Names of
 * what is kept, not of what is dropped, so that a kind of note nobody here has heard of does not slip through; and
 * nothing after the end, where phones keep films and further pictures. `null` when it is not whole.
 */
export function bareJpeg(file: Uint8Array): readonly Uint8Array[] | null {
  if (file[0] !== MARK || file[1] !== START) return null;
  const parts = [file.subarray(0, 2)];
  for (let at = 2; ; ) {
    while (file[at] === MARK && file[at + 1] === MARK) at += 1;
    const kind = file[at + 1];
    if (file[at] !== MARK || kind === undefined) return null;
    if (kind === END) return [...parts, file.subarray(at, at + 2)];
    const next = endOfSegment(file, at);
    if (next === null) return null;
    const end = kind === SCAN ? endOfScan(file, next) : next;
    parts.push(...kept(kind, file.subarray(at, end)));
    at = end;
  }
}

function endOfSegment(file: Uint8Array, at: number): number | null {
  if (at + 4 > file.byteLength) return null;
  const length = numbersOf(file).getUint16(at + 2);
  const end = at + 2 + length;
  return length < 2 || end > file.byteLength ? null : end;
}

/** Inside a scan a mark is followed by a zero, or by one of the eight that restart it. */
function endOfScan(file: Uint8Array, start: number): number {
  for (let at = file.indexOf(MARK, start); at !== -1; at = file.indexOf(MARK, at + 1)) {
    const kind = file[at + 1] ?? 0;
    if (kind !== 0 && kind !== MARK && (kind < 0xd0 || kind > 0xd7)) return at;
  }
  return file.byteLength;
}

function kept(kind: number, segment: Uint8Array): readonly Uint8Array[] {
  if (drawsPicture(kind)) return [segment];
  switch (kind) {
    case 0xe0:
      return spells(segment, 4, 'JFIF\0') && segment.byteLength === PLAIN_JFIF_BYTES ? [segment] : [];
    case 0xe1:
      return spells(segment, 4, EXIF) ? turned(segment.subarray(4 + EXIF.length)) : [];
    case 0xe2:
      return spells(segment, 4, 'ICC_PROFILE\0') ? [segment] : [];
    case 0xee:
      return spells(segment, 4, 'Adobe') ? [segment] : [];
    default:
      return [];
  }
}

/** Frames, tables, scans and their settings. */
function drawsPicture(kind: number): boolean {
  return (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc8) || (kind >= SCAN && kind <= 0xdd);
}

/** Phones store a picture as the sensor lay and say how to turn it: without that it would lie on its side. */
function turned(tiff: Uint8Array): readonly Uint8Array[] {
  const orientation = orientationOf(tiff);
  if (orientation === 1) return [];
  const exif = exifOf(orientation);
  const length = 2 + EXIF.length + exif.byteLength;
  return [Uint8Array.of(MARK, 0xe1, 0, length), Uint8Array.from(EXIF, (letter) => letter.charCodeAt(0)), exif];
}
