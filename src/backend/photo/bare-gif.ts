import { spells } from './bytes-at';

const HEADER_BYTES = 13;
const NOTE = 0x21;
const IMAGE = 0x2c;
const END = 0x3b;
const TIMING = 0xf9;
const APPLICATION = 0xff;

/** The parts of a GIF that draw and repeat it; comments and notes of programs go. `null` when it is not whole. */
export function bareGif(file: Uint8Array): readonly Uint8Array[] | null {
  if (!spells(file, 0, 'GIF87a') && !spells(file, 0, 'GIF89a')) return null;
  let at = HEADER_BYTES + coloursAfter(file[10]);
  const parts = [file.subarray(0, at)];
  for (;;) {
    const kind = file[at];
    if (kind === END) return [...parts, file.subarray(at, at + 1)];
    if (kind !== NOTE && kind !== IMAGE) return null;
    const end = endOfBlocks(file, at + (kind === NOTE ? 2 : 11 + coloursAfter(file[at + 9])));
    if (end === null) return null;
    if (kind === IMAGE || isKept(file, at)) parts.push(file.subarray(at, end));
    at = end;
  }
}

/** How many bytes of colours follow, by the flags before them. */
function coloursAfter(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

/** Blocks of up to 255 bytes, each after its length; one of none is the last. */
function endOfBlocks(file: Uint8Array, start: number): number | null {
  for (let at = start; ; ) {
    const bytes = file[at];
    if (bytes === undefined) return null;
    at += 1 + bytes;
    if (bytes === 0) return at;
  }
}

function isKept(file: Uint8Array, at: number): boolean {
  const kind = file[at + 1];
  return kind === TIMING || (kind === APPLICATION && spells(file, at + 3, 'NETSCAPE2.0'));
}
