import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filledImageUrl, fillWithin, fittedImageUrl, fitWithin, videoUrl } from './media-url';

const ID = '11062b_ab~mv2.jpg';
const sides = fc.integer({ min: 1, max: 20_000 });

describe('addresses of pictures', () => {
  it('asks for a picture that fills a box', () => {
    expect(filledImageUrl(ID, { width: 300, height: 200 })).toBe(`https://static.wixstatic.com/media/${ID}/v1/fill/w_300,h_200,al_c,q_80,enc_auto/${ID}`);
  });

  it('asks for a picture that fits a box, width before height', () => {
    expect(fittedImageUrl(ID, { width: 1600, height: 900 })).toBe(`https://static.wixstatic.com/media/${ID}/v1/fit/w_1600,h_900,q_85,enc_auto/${ID}`);
  });

  it('asks for whole pixels, and for one at least', () => {
    expect(filledImageUrl(ID, { width: 99.6, height: 0 })).toContain('/w_100,h_1,');
  });

  it('never names an original, which may tell where it was taken', () => {
    for (const url of [filledImageUrl(ID, { width: 9, height: 9 }), fittedImageUrl(ID, { width: 9, height: 9 })]) expect(url).toMatch(/\/v1\/(fill|fit)\/w_\d+,h_\d+/);
  });

  it('finds a video by its id', () => {
    expect(videoUrl('11062b_cd')).toBe('https://video.wixstatic.com/video/11062b_cd/file');
  });
});

describe('fitWithin', () => {
  it.each([
    [{ width: 2000, height: 1000 }, { width: 200, height: 200 }, { width: 200, height: 100 }],
    [{ width: 1000, height: 2000 }, { width: 200, height: 200 }, { width: 100, height: 200 }],
    [{ width: 100, height: 50 }, { width: 200, height: 200 }, { width: 98, height: 49 }],
    [{ width: 10_000, height: 1 }, { width: 100, height: 100 }, { width: 100, height: 1 }],
  ])('fits %o into %o as %o', (original, limit, expected) => {
    expect(fitWithin(original, limit)).toEqual(expected);
  });

  it('keeps the shape, stays within the box and never enlarges', () => {
    fc.assert(fc.property(sides, sides, sides, sides, (width, height, limitWidth, limitHeight) => {
      const fitted = fitWithin({ width, height }, { width: limitWidth, height: limitHeight });
      expect(fitted.width).toBeLessThanOrEqual(Math.min(width, limitWidth));
      expect(fitted.height).toBeLessThanOrEqual(Math.min(height, limitHeight));
      expect(Math.abs(fitted.width * height - fitted.height * width)).toBeLessThanOrEqual(Math.max(width, height));
    }));
  });

  it('is never the original’s own size, at which Wix may answer with the original', () => {
    fc.assert(fc.property(sides.filter((side) => side > 1), sides.filter((side) => side > 1), sides, (width, height, limit) => {
      const fitted = fitWithin({ width, height }, { width: limit, height: limit });
      expect(fitted.width).toBeLessThan(width);
      expect(fitted.height).toBeLessThan(height);
    }));
  });
});

describe('fillWithin', () => {
  it.each([
    [{ width: 2000, height: 1000 }, 320, 320],
    [{ width: 2000, height: 200 }, 320, 199],
    [{ width: 320, height: 640 }, 320, 319],
    [{ width: 1, height: 1 }, 320, 1],
  ])('of %o up to %i is %i', (original, side, expected) => {
    expect(fillWithin(original, side)).toEqual({ width: expected, height: expected });
  });
});
