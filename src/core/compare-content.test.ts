import { describe, expect, it } from 'vitest';
import { sameContent } from './compare-content';
import { FIELDS, type ReviewFields } from './review';

const REVIEW: ReviewFields = { title: 'Good', body: 'Would buy again', rating: 5, author: 'Dana', status: 'published', reply: null };

describe('sameContent', () => {
  it('holds for equal reviews', () => {
    expect(sameContent(REVIEW, { ...REVIEW }, FIELDS)).toBe(true);
  });

  it.each([{ title: 'Bad' }, { body: 'Never again' }, { rating: 1 as const }, { rating: null }])('fails when %j differs', (change) => {
    expect(sameContent(REVIEW, { ...REVIEW, ...change }, FIELDS)).toBe(false);
  });

  it.each([{ author: 'D. L.' }, { status: 'hidden' as const }, { reply: 'Thanks' }])('does not mind that %j differs', (change) => {
    expect(sameContent(REVIEW, { ...REVIEW, ...change }, FIELDS)).toBe(true);
  });

  it('does not compare a title that cannot be held', () => {
    expect(sameContent(REVIEW, { ...REVIEW, title: '' }, ['body', 'rating', 'author', 'status'])).toBe(true);
  });

  it('does not take two reviews for one when nothing can be compared', () => {
    expect(sameContent(REVIEW, REVIEW, ['author', 'status'])).toBe(false);
  });
});
