import { joinBytes } from './join-bytes';

/** What no picture that leaves may still hold, wherever it was put. */
export const SECRET = '52.5163N 13.3777E';

type Piece = string | number | readonly number[] | Uint8Array;

/** Text is one byte a character. */
export function bytes(...pieces: readonly Piece[]): Uint8Array<ArrayBuffer> {
  return joinBytes(pieces.map((piece) => {
    if (typeof piece === 'string') return Uint8Array.from(piece, (letter) => letter.charCodeAt(0));
    return typeof piece === 'number' ? Uint8Array.of(piece) : Uint8Array.from(piece);
  }));
}

function number(value: number, size: 2 | 4, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  if (size === 2) view.setUint16(0, value, little);
  else view.setUint32(0, value, little);
  return new Uint8Array(view.buffer);
}

/** Exif data with a position and, if told, a way to turn. */
export function tiff({ orientation, little = false }: { readonly orientation?: number; readonly little?: boolean } = {}): Uint8Array {
  const short = (value: number): Uint8Array => number(value, 2, little);
  const long = (value: number): Uint8Array => number(value, 4, little);
  const gps = [short(0x8825), short(4), long(1), long(100)];
  const turn = orientation === undefined ? [] : [short(0x0112), short(3), long(1), short(orientation), short(0)];
  return bytes(little ? 'II' : 'MM', short(42), long(8), short(turn.length === 0 ? 1 : 2), ...gps, ...turn, long(0), SECRET);
}

export function segment(kind: number, ...pieces: readonly Piece[]): Uint8Array {
  const body = bytes(...pieces);
  return bytes(0xff, kind, number(body.byteLength + 2, 2, false), body);
}

export const JPEG = {
  start: bytes(0xff, 0xd8),
  jfif: segment(0xe0, 'JFIF\0', [1, 2, 0, 0, 1, 0, 1, 0, 0]),
  colours: segment(0xe2, 'ICC_PROFILE\0', [1, 1], 'profile'),
  adobe: segment(0xee, 'Adobe', [0, 100, 0, 0, 0, 0, 1]),
  table: segment(0xdb, [0, 1, 2, 3]),
  frame: segment(0xc2, [8, 0, 16, 0, 16, 1, 1, 17, 0]),
  codes: segment(0xc4, [0, 1, 2]),
  scan: bytes(segment(0xda, [1, 1, 0, 0, 63, 0]), [1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xff, 0, 5]),
  end: bytes(0xff, 0xd9),
} as const;

export function chunk(name: string, ...pieces: readonly Piece[]): Uint8Array {
  const body = bytes(...pieces);
  return bytes(number(body.byteLength, 4, false), name, body, [1, 2, 3, 4]);
}

export const PNG_SIGNATURE = bytes([0x89], 'PNG\r\n', [0x1a], '\n');

export function riff(...chunks: readonly Uint8Array[]): Uint8Array {
  const body = bytes('WEBP', ...chunks);
  return bytes('RIFF', number(body.byteLength, 4, true), body);
}

export function riffChunk(name: string, ...pieces: readonly Piece[]): Uint8Array {
  const body = bytes(...pieces);
  return bytes(name, number(body.byteLength, 4, true), body, body.byteLength % 2 === 0 ? [] : 0);
}

export const GIF = {
  head: bytes('GIF89a', [1, 0, 1, 0, 0x80, 0, 0], [0, 0, 0, 255, 255, 255]),
  repeats: bytes([0x21, 0xff, 11], 'NETSCAPE2.0', [3, 1, 0, 0, 0]),
  timing: bytes([0x21, 0xf9, 4, 0, 0, 0, 0, 0]),
  image: bytes([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80], [1, 2, 3, 4, 5, 6], [2, 2, 0x4c, 1, 0]),
  end: bytes(0x3b),
} as const;

export function gifNote(kind: number, name: string): Uint8Array {
  return bytes([0x21, kind, name.length], name, SECRET.length, SECRET, 0);
}

export function text(file: Uint8Array): string {
  return String.fromCharCode(...file);
}
