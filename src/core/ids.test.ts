import { describe, expect, it } from 'vitest';
import { brandId, type StoreReviewId } from './ids';

describe('brandId', () => {
  it('keeps a text as it is', () => {
    expect(brandId<StoreReviewId>('8f1c')).toBe('8f1c');
  });

  it('gives a number its text form', () => {
    expect(brandId<StoreReviewId>(12)).toBe('12');
  });

  it.each(['', ' ', '\n'])('refuses %j', (raw) => {
    expect(() => brandId<StoreReviewId>(raw)).toThrow('Expected an id to be non-empty text, got an empty one');
  });
});
