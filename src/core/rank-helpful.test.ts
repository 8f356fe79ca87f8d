import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankHelpful } from './rank-helpful';

const review = (id: string, helpfulness: number, rating = 5) => ({ id, helpfulness, rating });
const ids = (reviews: readonly { readonly id: string }[]) => reviews.map(({ id }) => id);

describe('rankHelpful', () => {
  it('puts the most helpful first and the least helpful last', () => {
    expect(ids(rankHelpful([review('few', 2), review('many', 9), review('none', 0), review('against', -3)]))).toEqual(['many', 'few', 'none', 'against']);
  });

  it('keeps equals in the order they came in', () => {
    expect(ids(rankHelpful([review('a', 1), review('b', 1), review('c', 1)]))).toEqual(['a', 'b', 'c']);
  });

  it('does not push a bad review down: only votes decide', () => {
    expect(ids(rankHelpful([review('praise', 3, 5), review('warning', 8, 1)]))).toEqual(['warning', 'praise']);
  });

  it('has nothing to say about nothing', () => {
    expect(rankHelpful([])).toEqual([]);
  });

  it('leaves the given list alone', () => {
    const given = [review('a', 1), review('b', 2)];
    rankHelpful(given);
    expect(ids(given)).toEqual(['a', 'b']);
  });

  it('loses and invents nothing, and never ranks a less helpful review above a more helpful one', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (votes) => {
      const given = votes.map((helpfulness, place) => review(String(place), helpfulness));
      const ranked = rankHelpful(given);
      expect([...ids(ranked)].sort()).toEqual([...ids(given)].sort());
      for (const [place, one] of ranked.entries()) expect(one.helpfulness).toBeLessThanOrEqual(ranked[place - 1]?.helpfulness ?? Infinity);
    }));
  });
});
