import { nameAt, numbersOf, spells } from './bytes-at';
import { exifOf, orientationOf, type Orientation } from './orientation';

const KEPT = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const HEADER_BYTES = 12;
/** Bits of the first byte of `VP8X`: the file has Exif, the file has XMP. */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** The parts of a WebP that draw it, under a new header. `null` when it is not whole. */
export function bareWebp(file: Uint8Array): readonly Uint8Array[] | null {
  if (!spells(file, 0, 'RIFF') || !spells(file, 8, 'WEBP') || file.byteLength < HEADER_BYTES) return null;
  const numbers = numbersOf(file);
  const whole = 8 + numbers.getUint32(4, true);
  if (whole > file.byteLength) return null;
  const parts: Uint8Array[] = [];
  let extended: Uint8Array | null = null;
  let orientation: Orientation = 1;
  for (let at = HEADER_BYTES; at + 8 <= whole; ) {
    const bytes = numbers.getUint32(at + 4, true);
    // Chunks begin at even places.
    const end = at + 8 + bytes + (bytes % 2);
    if (end > whole) return null;
    const name = nameAt(file, at);
    if (name === 'VP8X') extended ??= file.slice(at, end);
    else if (name === 'EXIF') orientation = orientationOf(tiffOf(file.subarray(at + 8, at + 8 + bytes)));
    else if (KEPT.has(name)) parts.push(file.subarray(at, end));
    at = end;
  }
  return withHeader(extended === null ? parts : extendedBy(extended, parts, orientation));
}

/** Some programs begin the block as a JPEG has it. */
function tiffOf(exif: Uint8Array): Uint8Array {
  return spells(exif, 0, 'Exif\0\0') ? exif.subarray(6) : exif;
}

function extendedBy(extended: Uint8Array, parts: readonly Uint8Array[], orientation: Orientation): readonly Uint8Array[] {
  const flags = (extended[8] ?? 0) & ~HAS_XMP & ~HAS_EXIF;
  if (orientation === 1) {
    extended[8] = flags;
    return [extended, ...parts];
  }
  extended[8] = flags | HAS_EXIF;
  const exif = exifOf(orientation);
  return [extended, ...parts, chunkHead('EXIF', exif.byteLength), exif];
}

function withHeader(chunks: readonly Uint8Array[]): readonly Uint8Array[] {
  const bytes = chunks.reduce((sum, { byteLength }) => sum + byteLength, 'WEBP'.length);
  return [chunkHead('RIFF', bytes), Uint8Array.from('WEBP', (letter) => letter.charCodeAt(0)), ...chunks];
}

function chunkHead(name: string, bytes: number): Uint8Array {
  const head = Uint8Array.from(`${name}\0\0\0\0`, (letter) => letter.charCodeAt(0));
  numbersOf(head).setUint32(4, bytes, true);
  return head;
}
