import fc from 'fast-check';
import { expect, it } from 'vitest';
import { median } from './median';

it('is the middle one, or lies between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([7])).toBe(7);
});

it('of nothing is nothing', () => {
  expect(median([])).toBeNull();
});

it('does not depend on the order, leaves its argument alone and stays within its bounds', () => {
  fc.assert(fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
    const before = [...values];
    const middle = median(values) ?? Number.NaN;
    expect(median(values.toReversed())).toBe(middle);
    expect(values).toEqual(before);
    expect(middle).toBeGreaterThanOrEqual(Math.min(...values));
    expect(middle).toBeLessThanOrEqual(Math.max(...values));
  }));
});
