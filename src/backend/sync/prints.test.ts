import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../core/fingerprint';
import { FIELDS, type ReviewFields } from '../../core/review';
import { contentFields, pickPrints, samePrints, sentPrints } from './prints';

const REVIEW: ReviewFields = { title: 'Good', body: 'Would buy again', rating: 5, author: 'Dana', status: 'published', reply: null };
const prints = (change: Partial<ReviewFields> = {}) => fingerprints({ ...REVIEW, ...change });

describe('two sets of prints', () => {
  it('are the same only when every field is', () => {
    expect(samePrints(prints(), prints())).toBe(true);
    for (const change of [{ title: '' }, { body: 'x' }, { rating: 4 }, { author: 'D' }, { status: 'hidden' }, { reply: 'Thanks' }] as const) {
      expect(samePrints(prints(), prints(change))).toBe(false);
    }
  });

  it('are never the same when one was never taken: nothing seen is not "nothing changed"', () => {
    expect(samePrints(null, prints())).toBe(false);
    expect(samePrints(prints(), null)).toBe(false);
    expect(samePrints(null, null)).toBe(false);
  });

  it('can be compared in some fields alone', () => {
    expect(samePrints(prints(), prints({ title: '' }), ['body', 'rating'])).toBe(true);
  });
});

describe('what tells one review from another', () => {
  it('is its content, as far as the side holds it, and never its state', () => {
    expect(contentFields(FIELDS)).toEqual(['title', 'body', 'rating']);
    expect(contentFields(['body', 'rating', 'author', 'status'])).toEqual(['body', 'rating']);
    expect(contentFields([])).toEqual([]);
  });
});

describe('picking prints', () => {
  it('takes the named fields from the other set and leaves both sets alone', () => {
    const [from, other] = [prints(), prints({ body: 'x', rating: 1 })];
    const picked = pickPrints(from, other, ['body']);
    expect(picked).toEqual(prints({ body: 'x' }));
    expect([from, other]).toEqual([prints(), prints({ body: 'x', rating: 1 })]);
  });

  it('of a copy holds what was sent where the side can hold it, and what is there elsewhere', () => {
    const sent = prints({ title: 'Good', body: 'sent' });
    const copy = prints({ title: '', body: 'edited since' });
    expect(sentPrints(sent, copy, ['body', 'rating', 'author', 'status'])).toEqual(prints({ title: '', body: 'sent' }));
  });
});
