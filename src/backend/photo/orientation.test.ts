import { describe, expect, it } from 'vitest';
import { exifOf, orientationOf } from './orientation';
import { bytes, text, tiff } from './photo.fixture';

describe('how a picture is to be turned', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is read in either order of bytes: %i', (orientation) => {
    expect(orientationOf(tiff({ orientation }))).toBe(orientation);
    expect(orientationOf(tiff({ orientation, little: true }))).toBe(orientation);
  });

  it('is written so that it is read again, and nothing else is', () => {
    for (const orientation of [2, 3, 4, 5, 6, 7, 8] as const) {
      expect(orientationOf(exifOf(orientation))).toBe(orientation);
      expect(exifOf(orientation).byteLength).toBe(26);
    }
  });

  it.each([
    ['no data', bytes()],
    ['a place only', tiff()],
    ['a number nobody knows', tiff({ orientation: 9 })],
    ['zero', tiff({ orientation: 0 })],
    ['another file', bytes('GIF89a and more')],
    ['the beginning only', tiff({ orientation: 6 }).subarray(0, 6)],
    ['a list beyond the end', bytes('MM', [0, 42, 0xff, 0xff, 0xff, 0xff])],
    ['a list that ends early', tiff({ orientation: 6 }).subarray(0, 30)],
    ['another kind of number', bytes('MM', [0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 4, 0, 0, 0, 1, 0, 6, 0, 0])],
  ])('is as it lies for %s', (_, data) => {
    expect(orientationOf(data)).toBe(1);
  });

  it('never reads beyond what there is, wherever the data ends', () => {
    const whole = tiff({ orientation: 6 });
    for (let end = 0; end <= whole.byteLength; end += 1) expect([1, 6], text(whole.subarray(0, end))).toContain(orientationOf(whole.subarray(0, end)));
  });
});
