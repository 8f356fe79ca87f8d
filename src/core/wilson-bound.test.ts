import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonBound } from './wilson-bound';

const votes = fc.integer({ min: 0, max: 5_000 });

describe('wilsonBound', () => {
  it.each([
    [1, 0, 0.2065],
    [10, 0, 0.7225],
    [90, 10, 0.8256],
    [40, 20, 0.5406],
    [0, 10, 0],
  ])('is what the textbook says for %i of helpful and %i of unhelpful votes', (helpful, unhelpful, expected) => {
    expect(wilsonBound(helpful, unhelpful)).toBeCloseTo(expected, 3);
  });

  it('is 0 without votes', () => {
    expect(wilsonBound(0, 0)).toBe(0);
  });

  it('trusts many votes more than few of the same share', () => {
    expect(wilsonBound(90, 10)).toBeGreaterThan(wilsonBound(9, 1));
    expect(wilsonBound(90, 10)).toBeGreaterThan(wilsonBound(1, 0));
  });

  it.each([[Number.NaN, 0], [0, Number.NaN], [-5, 0], [0, -5], [Infinity, 1]])('takes a count that cannot be (%d, %d) for none', (helpful, unhelpful) => {
    expect(wilsonBound(helpful, unhelpful)).toBe(0);
  });

  it('always lies between nothing and the share itself', () => {
    fc.assert(fc.property(votes, votes, (helpful, unhelpful) => {
      const bound = wilsonBound(helpful, unhelpful);
      expect(bound).toBeGreaterThanOrEqual(0);
      expect(bound).toBeLessThanOrEqual(helpful / Math.max(1, helpful + unhelpful));
    }));
  });

  it('rises with every helpful vote and never with an unhelpful one', () => {
    fc.assert(fc.property(votes, votes, (helpful, unhelpful) => {
      expect(wilsonBound(helpful + 1, unhelpful)).toBeGreaterThan(wilsonBound(helpful, unhelpful));
      expect(wilsonBound(helpful, unhelpful + 1)).toBeLessThanOrEqual(wilsonBound(helpful, unhelpful));
    }));
  });
});
