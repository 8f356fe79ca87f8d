import { numbersOf, spells } from './bytes-at';

/** How a picture is to be turned, by Exif's numbers; 1 is as it lies. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const TAG = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;

/** What Exif data (a TIFF block) says about turning the picture; 1 for anything that cannot be read. */
export function orientationOf(tiff: Uint8Array): Orientation {
  const little = spells(tiff, 0, 'II*\0');
  if (!little && !spells(tiff, 0, 'MM\0*')) return 1;
  if (tiff.byteLength < 8) return 1;
  const numbers = numbersOf(tiff);
  const list = numbers.getUint32(4, little);
  if (list + 2 > tiff.byteLength) return 1;
  const entries = numbers.getUint16(list, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = list + 2 + entry * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.byteLength) return 1;
    if (numbers.getUint16(at, little) === TAG && numbers.getUint16(at + 2, little) === SHORT) return known(numbers.getUint16(at + 8, little));
  }
  return 1;
}

/** Exif data that says nothing but this. */
export function exifOf(orientation: Orientation): Uint8Array {
  const header = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8];
  const entry = [0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0];
  return Uint8Array.from([...header, 0, 1, ...entry, 0, 0, 0, 0]);
}

function known(value: number): Orientation {
  return value === 2 || value === 3 || value === 4 || value === 5 || value === 6 || value === 7 || value === 8 ? value : 1;
}
