import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalRating } from './canonical-rating';

describe('canonicalRating', () => {
  it.each([1, 2, 3, 4, 5])('keeps %d stars', (stars) => {
    expect(canonicalRating(stars)).toBe(stars);
  });

  it.each([
    [9, 5],
    [5.4, 5],
    [4.5, 5],
    [4.4, 4],
    [1.2, 1],
    [0.2, 1],
    ['4', 4],
    [' 3 ', 3],
    ['2.6', 3],
  ])('makes %j into %d', (raw, stars) => {
    expect(canonicalRating(raw)).toBe(stars);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, null, undefined, '', ' ', 'five', {}, [5], true])('%j is no rating', (raw) => {
    expect(canonicalRating(raw)).toBeNull();
  });

  it('gives whole stars or null for anything, and keeps what it gave', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const rating = canonicalRating(raw);
        expect([1, 2, 3, 4, 5, null]).toContain(rating);
        expect(canonicalRating(rating)).toBe(rating);
      }),
    );
  });
});
