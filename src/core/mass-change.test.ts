import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMassChange, MASS_CHANGE } from './mass-change';

const count = fc.nat({ max: 200_000 });

describe('a mass change', () => {
  it.each([
    [6, 10, true],
    [30, 100, false],
    [31, 100, true],
    [500, 100_000, false],
    [501, 100_000, true],
    [5, 5, false],
    [6, 0, true],
    [0, 0, false],
  ])('is told from an ordinary one: %d of %d', (changes, reviews, mass) => {
    expect(isMassChange(changes, reviews)).toBe(mass);
  });

  it('stays one when there are more changes, or fewer reviews', () => {
    fc.assert(
      fc.property(count, count, (changes, reviews) => {
        fc.pre(isMassChange(changes, reviews));
        expect(isMassChange(changes + 1, reviews)).toBe(true);
        expect(isMassChange(changes, Math.max(0, reviews - 1))).toBe(true);
      }),
    );
  });

  it('is never a handful, and always more than the most, however large the shop', () => {
    fc.assert(
      fc.property(count, (reviews) => {
        expect(isMassChange(MASS_CHANGE.always, reviews)).toBe(false);
        expect(isMassChange(MASS_CHANGE.most + 1, reviews)).toBe(true);
      }),
    );
  });

  it.each([[-1, 5], [1.5, 5], [5, Number.NaN], [5, Infinity]])('is not asked of %d out of %d', (changes, reviews) => {
    expect(() => isMassChange(changes, reviews)).toThrow(RangeError);
  });
});
