import { describe, expect, it } from 'vitest';
import { bareWebp } from './bare-webp';
import { joinBytes } from './join-bytes';
import { exifOf } from './orientation';
import { bytes, riff, riffChunk, SECRET, text, tiff } from './photo.fixture';

const PICTURE = riffChunk('VP8 ', [1, 2, 3]);
const COLOURS = riffChunk('ICCP', 'profile');
const extended = (flags: number): Uint8Array => riffChunk('VP8X', [flags, 0, 0, 0, 15, 0, 0, 15, 0, 0]);
const bare = (file: Uint8Array): Uint8Array => joinBytes(bareWebp(file) ?? expect.fail('Expected a WebP'));

describe('a WebP', () => {
  it.each([
    ['a plain picture', riff(PICTURE)],
    ['one without loss', riff(riffChunk('VP8L', [1, 2]))],
    ['one with colours and see-through parts', riff(extended(0x30), COLOURS, riffChunk('ALPH', [9]), PICTURE)],
    ['a moving one', riff(extended(0x02), riffChunk('ANIM', [0, 0, 0, 0, 0, 0]), riffChunk('ANMF', [1, 2]), riffChunk('ANMF', [3, 4]))],
  ])('keeps %s byte for byte', (_, file) => {
    expect(bare(file)).toEqual(file);
  });

  it('loses Exif, XMP and what nobody knows, and no longer says that it has them', () => {
    const file = riff(extended(0x3c), COLOURS, PICTURE, riffChunk('EXIF', tiff()), riffChunk('XMP ', SECRET), riffChunk('NOTE', SECRET));
    expect(bare(file)).toEqual(riff(extended(0x30), COLOURS, PICTURE));
  });

  it('does not change the file it was given', () => {
    const file = riff(extended(0x0c), PICTURE, riffChunk('EXIF', tiff()));
    const before = text(file);
    bare(file);
    expect(text(file)).toBe(before);
  });

  it.each([[false, ''], [true, ''], [false, 'Exif\0\0']])('still says which way is up, and nothing else of its Exif', (little, before) => {
    const turned = bare(riff(extended(0x0c), PICTURE, riffChunk('EXIF', before, tiff({ orientation: 8, little })), riffChunk('XMP ', SECRET)));
    expect(turned).toEqual(riff(extended(0x08), PICTURE, riffChunk('EXIF', exifOf(8))));
    expect(bare(turned)).toEqual(turned);
  });

  it('loses what comes after its end', () => {
    expect(bare(bytes(riff(PICTURE), SECRET))).toEqual(riff(PICTURE));
  });

  it('that is cut anywhere is none', () => {
    const file = riff(extended(0x0c), PICTURE, riffChunk('EXIF', tiff()));
    for (let length = 0; length < file.byteLength; length += 1) expect(bareWebp(file.subarray(0, length)), String(length)).toBeNull();
  });

  it('has no chunk longer than itself', () => {
    expect(bareWebp(bytes('RIFF', [16, 0, 0, 0], 'WEBPVP8 ', [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0]))).toBeNull();
  });
});
