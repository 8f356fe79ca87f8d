import { nameAt, numbersOf, spells } from './bytes-at';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** What draws the picture and its colours, moving ones included. Texts, Exif, the time and anything unknown go. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT']);
/** Its length, its name and its checksum. */
const AROUND = 12;

/** The parts of a PNG that draw it, and nothing after its end. `null` when it is not whole. */
export function barePng(file: Uint8Array): readonly Uint8Array[] | null {
  if (!spells(file, 0, SIGNATURE)) return null;
  const parts = [file.subarray(0, SIGNATURE.length)];
  for (let at = SIGNATURE.length; at + AROUND <= file.byteLength; ) {
    const end = at + AROUND + numbersOf(file).getUint32(at);
    if (end > file.byteLength) return null;
    const name = nameAt(file, at + 4);
    const chunk = file.subarray(at, end);
    if (name === 'IEND') return [...parts, chunk];
    if (KEPT.has(name)) parts.push(chunk);
    at = end;
  }
  return null;
}
