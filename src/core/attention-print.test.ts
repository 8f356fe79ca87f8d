import { expect, it } from 'vitest';
import { contentPrint } from './attention-print';
import { fingerprints } from './fingerprint';
import type { ReviewFields } from './review';

const FIELDS: ReviewFields = { title: 'Fine', body: 'It fits.', rating: 2, author: 'Dana', status: 'published', reply: null };
const printOf = (change: Partial<ReviewFields>): string => contentPrint(fingerprints({ ...FIELDS, ...change }));

it.each([{ title: 'Bad' }, { body: 'It does not fit.' }, { rating: 1 as const }, { rating: null }])('is another one when the person says something else: %o', (change) => {
  expect(printOf(change)).not.toBe(printOf({}));
});

it.each([{ status: 'hidden' as const }, { status: 'pending' as const }, { reply: 'Sorry!' }, { author: 'D.' }])('stays the same when somebody else does something to the review: %o', (change) => {
  expect(printOf(change)).toBe(printOf({}));
});

it('holds none of the words', () => {
  expect(printOf({})).not.toMatch(/fits|fine/iu);
});
