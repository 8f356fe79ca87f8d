import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY_RANK, attentionRank } from './attention-rank';

const DAY_MS = 86_400_000;
const DAY = Date.UTC(2026, 10, 20);

describe('the order of the inbox', () => {
  it('puts an older day first, whatever the stars', () => {
    expect(attentionRank(2, DAY)).toBeLessThan(attentionRank(1, DAY + DAY_MS));
  });

  it('puts fewer stars first within a day', () => {
    expect(attentionRank(1, DAY + 80_000_000)).toBeLessThan(attentionRank(2, DAY));
  });

  it('puts the earlier one first among equals', () => {
    expect(attentionRank(1, DAY)).toBeLessThan(attentionRank(1, DAY + 1_000));
  });

  it('puts a review without stars before all others of its day', () => {
    expect(attentionRank(null, DAY + 80_000_000)).toBeLessThan(attentionRank(1, DAY));
  });

  it('is a whole number below the bound that stands for "has a rank", whatever the moment', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 253_402_300_799_000 }), fc.constantFrom(null, 1, 2, 3, 4, 5), (atMs, rating) => {
      const rank = attentionRank(rating, atMs);
      expect(Number.isSafeInteger(rank)).toBe(true);
      expect(rank).toBeLessThan(ANY_RANK * 4);
    }));
    expect(attentionRank(5, Date.UTC(4000, 0, 1))).toBeLessThan(ANY_RANK);
  });

  it('agrees with day, then stars, then second', () => {
    const moment = fc.record({ day: fc.integer({ min: 0, max: 40_000 }), second: fc.integer({ min: 0, max: 86_399 }), rating: fc.integer({ min: 1, max: 5 }) });
    fc.assert(fc.property(moment, moment, (a, b) => {
      const by = a.day - b.day || a.rating - b.rating || a.second - b.second;
      const ranked = attentionRank(a.rating, a.day * DAY_MS + a.second * 1000) - attentionRank(b.rating, b.day * DAY_MS + b.second * 1000);
      expect(Math.sign(ranked)).toBe(Math.sign(by));
    }));
  });
});
