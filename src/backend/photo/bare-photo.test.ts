import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barePhoto } from './bare-photo';
import { bytes, chunk, GIF, gifNote, JPEG, PNG_SIGNATURE, riff, riffChunk, SECRET, segment, text, tiff } from './photo.fixture';

const jpeg = bytes(JPEG.start, JPEG.jfif, segment(0xe1, 'Exif\0\0', tiff({ orientation: 6 })), segment(0xfe, SECRET), JPEG.table, JPEG.frame, JPEG.scan, JPEG.end, SECRET);
const png = bytes(PNG_SIGNATURE, chunk('IHDR', [1]), chunk('eXIf', tiff()), chunk('IDAT', [1, 2]), chunk('tEXt', SECRET), chunk('IEND'), SECRET);
const webp = riff(riffChunk('VP8X', [0x0c, 0, 0, 0, 1, 0, 0, 1, 0, 0]), riffChunk('VP8 ', [1]), riffChunk('EXIF', tiff({ orientation: 3 })), riffChunk('XMP ', SECRET));
const gif = bytes(GIF.head, gifNote(0xff, 'XMP DataXMP'), GIF.image, GIF.end, SECRET);
const FILES = [['image/jpeg', jpeg], ['image/png', png], ['image/webp', webp], ['image/gif', gif]] as const;

/** One of the four with a few bytes changed, taken away or put in. */
const damaged = fc.tuple(fc.constantFrom(...FILES), fc.array(fc.tuple(fc.nat(200), fc.nat(255), fc.nat(3)), { maxLength: 6 })).map(([[, file], changes]) => {
  const list = [...file];
  for (const [at, value, taken] of changes) list.splice(at % list.length, taken, value);
  return Uint8Array.from(list);
});

describe('a photo', () => {
  it.each(FILES)('of the kind %s tells its kind and nothing else', (type, file) => {
    expect(text(file)).toContain(SECRET);
    const photo = barePhoto(file) ?? expect.fail('Expected a photo');
    expect(photo.type).toBe(type);
    expect(text(photo.bytes)).not.toContain(SECRET);
    expect(barePhoto(photo.bytes)).toEqual(photo);
  });

  it.each([['nothing', ''], ['a page', '<!doctype html><script>alert(1)</script>'], ['a drawing that may run', '<svg xmlns="http://www.w3.org/2000/svg"/>'], ['a HEIC', '\0\0\0\x18ftypheic'], ['an AVIF', '\0\0\0\x18ftypavif'], ['a TIFF', 'II*\0']])('is not %s', (_, file) => {
    expect(barePhoto(bytes(file))).toBeNull();
  });

  it('whatever bytes it is made of, ends in a photo that is left as it is, or in none', () => {
    fc.assert(fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 300 })), (file) => {
      const before = text(file);
      const photo = barePhoto(file);
      expect(text(file)).toBe(before);
      if (photo === null) return;
      expect(photo.bytes.byteLength).toBeLessThanOrEqual(file.byteLength + 4);
      expect(barePhoto(photo.bytes)).toEqual(photo);
    }), { numRuns: 2_000 });
  });

  it('of ten megabytes that wants to be read slowly takes no time to speak of', () => {
    const marks = new Uint8Array(10_000_000).fill(0xff);
    const scan = bytes(JPEG.start, JPEG.table, JPEG.frame, segment(0xda, [1, 1, 0, 0, 63, 0]), new Uint8Array(5_000_000).map((_, at) => (at % 2 === 0 ? 0xff : 0)), JPEG.end);
    const beganMs = performance.now();
    expect(barePhoto(bytes(JPEG.start, marks))).toBeNull();
    expect(barePhoto(scan)).not.toBeNull();
    expect(performance.now() - beganMs).toBeLessThan(1_000);
  });
});
