import { describe, expect, it } from 'vitest';
import { FIELDS, otherSide, SIDES, type ReviewFields } from './review';

describe('sides and fields', () => {
  it('knows two sides, each the other of the other', () => {
    expect(SIDES).toEqual(['wix', 'store']);
    for (const side of SIDES) {
      expect(otherSide(side)).not.toBe(side);
      expect(otherSide(otherSide(side))).toBe(side);
    }
  });

  it('lists every field of a review once', () => {
    const review: ReviewFields = { title: '', body: '', rating: null, author: '', status: 'published', reply: null };
    expect([...FIELDS].sort()).toEqual(Object.keys(review).sort());
  });
});
