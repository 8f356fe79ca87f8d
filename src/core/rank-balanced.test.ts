import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankBalanced } from './rank-balanced';

const NOW_MS = Date.UTC(2026, 10, 24);
const DAY_MS = 86_400_000;
const review = (id: string, helpful: number, unhelpful: number, ageDays: number) => ({
  id, helpful, unhelpful, writtenAt: new Date(NOW_MS - ageDays * DAY_MS).toISOString(),
});
const ranked = (...reviews: ReturnType<typeof review>[]) => rankBalanced(reviews, NOW_MS).map(({ id }) => id);

describe('rankBalanced', () => {
  it('lets a new review that everybody found helpful pass an old one that many did not', () => {
    expect(ranked(review('old', 40, 20, 900), review('new', 10, 0, 10))).toEqual(['new', 'old']);
  });

  it('does not let a single vote win over many', () => {
    expect(ranked(review('one', 1, 0, 0), review('hundred', 90, 10, 0))).toEqual(['hundred', 'one']);
  });

  it('puts the newer of two equals first', () => {
    expect(ranked(review('older', 5, 0, 30), review('newer', 5, 0, 3))).toEqual(['newer', 'older']);
  });

  it('shows reviews without votes last, newest first', () => {
    expect(ranked(review('silent-old', 0, 0, 50), review('voted', 1, 0, 300), review('silent-new', 0, 0, 5))).toEqual(['voted', 'silent-new', 'silent-old']);
  });

  it('counts half after two years', () => {
    expect(ranked(review('aged', 90, 10, 730), review('fresh', 40, 30, 0))).toEqual(['fresh', 'aged']);
    expect(ranked(review('aged', 90, 10, 500), review('fresh', 40, 30, 0))).toEqual(['aged', 'fresh']);
  });

  it('takes a date from the future for today', () => {
    expect(ranked(review('future', 5, 0, -900), review('strong', 50, 1, 0))).toEqual(['strong', 'future']);
  });

  it('takes a date that is none for long ago', () => {
    const broken = { ...review('broken', 5, 0, 0), writtenAt: 'last summer' };
    expect(ranked(broken, review('dated', 5, 0, 3_000))).toEqual(['dated', 'broken']);
  });

  it('leaves the given list alone and has nothing to say about nothing', () => {
    const given = [review('a', 0, 0, 9), review('b', 9, 0, 9)];
    rankBalanced(given, NOW_MS);
    expect(given.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(rankBalanced([], NOW_MS)).toEqual([]);
  });

  it('answers the same order whatever order it is given', () => {
    const some = fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(3_000)), { maxLength: 30 });
    fc.assert(fc.property(some, fc.func(fc.integer()), (drawn, dice) => {
      const given = drawn.map(([helpful, unhelpful, age], place) => review(String(place), helpful, unhelpful, age + place / 1000));
      const shuffled = given.toSorted((left, right) => dice(left.id) - dice(right.id));
      expect(ranked(...shuffled)).toEqual(ranked(...given));
    }));
  });
});
