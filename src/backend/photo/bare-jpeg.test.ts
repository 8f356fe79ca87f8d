import { describe, expect, it } from 'vitest';
import { bareJpeg } from './bare-jpeg';
import { joinBytes } from './join-bytes';
import { exifOf, orientationOf } from './orientation';
import { bytes, JPEG, SECRET, segment, text, tiff } from './photo.fixture';

const { start, jfif, colours, adobe, table, frame, codes, scan, end } = JPEG;
const PLAIN = bytes(start, jfif, colours, adobe, table, frame, codes, scan, codes, scan, end);
const bare = (file: Uint8Array): Uint8Array => joinBytes(bareJpeg(file) ?? expect.fail('Expected a JPEG'));

/** In place of the beginning of a plain file. */
const noting = (...notes: readonly Uint8Array[]): Uint8Array => bytes(start, jfif, ...notes, PLAIN.subarray(start.length + jfif.length));

describe('a JPEG', () => {
  it('that tells nothing stays as it is, byte for byte', () => {
    expect(bare(PLAIN)).toEqual(PLAIN);
  });

  it.each([
    ['a place in Exif', segment(0xe1, 'Exif\0\0', tiff())],
    ['XMP', segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', SECRET)],
    ['more XMP', segment(0xe1, 'http://ns.adobe.com/xmp/extension/\0', SECRET)],
    ['what editors keep', segment(0xed, 'Photoshop 3.0\0', SECRET)],
    ['a list of further pictures', segment(0xe2, 'MPF\0', SECRET)],
    ['a maker\'s own notes', segment(0xe5, SECRET)],
    ['a comment', segment(0xfe, SECRET)],
    ['a small picture', segment(0xe0, 'JFIF\0', [1, 2, 0, 0, 1, 0, 1, 3, 3], SECRET)],
    ['a small picture of the other kind', segment(0xe0, 'JFXX\0', SECRET)],
    ['a kind nobody knows', segment(0xf0, SECRET)],
  ])('loses %s', (_, note) => {
    expect(text(noting(note))).toContain(SECRET);
    expect(bare(noting(note))).toEqual(PLAIN);
  });

  it('loses what stands between its scans', () => {
    expect(bare(bytes(start, table, frame, scan, segment(0xfe, SECRET), codes, scan, end))).toEqual(bytes(start, table, frame, scan, codes, scan, end));
  });

  it('loses what comes after its end: a film, a further picture with a place of its own', () => {
    expect(bare(bytes(PLAIN, noting(segment(0xe1, 'Exif\0\0', tiff())), SECRET))).toEqual(PLAIN);
  });

  it.each([false, true])('still says which way is up, and nothing else of its Exif (little-endian: %s)', (little) => {
    const turned = bare(noting(segment(0xe1, 'Exif\0\0', tiff({ orientation: 6, little }))));
    expect(turned).toEqual(noting(segment(0xe1, 'Exif\0\0', exifOf(6))));
    expect(orientationOf(turned.subarray(start.length + jfif.length + 10))).toBe(6);
    expect(text(turned)).not.toContain(SECRET);
    expect(bare(turned)).toEqual(turned);
  });

  it('may have spare marks before a segment', () => {
    expect(bare(bytes(start, [0xff, 0xff], table, frame, scan, end))).toEqual(bytes(start, table, frame, scan, end));
  });

  it('that is cut anywhere is none', () => {
    const file = noting(segment(0xe1, 'Exif\0\0', tiff({ orientation: 6 })));
    for (let length = 0; length < file.byteLength; length += 1) expect(bareJpeg(file.subarray(0, length)), String(length)).toBeNull();
  });

  it.each([
    ['another file', bytes('GIF89a')],
    ['a segment shorter than its own length', bytes(start, [0xff, 0xdb, 0, 1], end)],
    ['something that is no mark', bytes(start, table, 'x', end)],
  ])('is not %s', (_, file) => {
    expect(bareJpeg(file)).toBeNull();
  });
});
