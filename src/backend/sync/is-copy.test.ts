import { describe, expect, it } from 'vitest';
import type { Field, ReviewFields } from '../../core/review';
import { isCopy } from './is-copy';

const WORDS: ReviewFields = { title: 'Good', body: 'Would buy again', rating: 5, author: 'Dana', status: 'published', reply: null };
const HELD: readonly Field[] = ['body', 'rating', 'author', 'status'];
const JANUARY = '2026-01-01T00:00:07Z';
const MAY = '2026-05-01T00:00:00Z';

const at = (writtenAt: string, change: Partial<ReviewFields> = {}) => ({ fields: { ...WORDS, ...change }, writtenAt });

describe('two reviews by one person of one product', () => {
  it('are the same by their content, whenever they were written', () => {
    expect(isCopy(at(JANUARY), at(MAY), HELD)).toBe(true);
  });

  it.each([{ author: 'D.' }, { status: 'hidden' }, { reply: 'Thank you' }, { title: '' }] as const)('are the same whatever is not its content, or cannot be held: %o', (change) => {
    expect(isCopy(at(JANUARY), at(MAY, change), HELD)).toBe(true);
  });

  it.each([{ body: 'Edited' }, { rating: 4 }, { rating: null }] as const)('are two when %o and the date differ', (change) => {
    expect(isCopy(at(JANUARY), at(MAY, change), HELD)).toBe(false);
    expect(isCopy(at(MAY, change), at(JANUARY), HELD)).toBe(false);
  });

  it('are told apart by a title where it can be held', () => {
    expect(isCopy(at(JANUARY), at(MAY, { title: 'Bad' }), [...HELD, 'title'])).toBe(false);
  });

  it.each([
    ['2026-01-01T00:00:07.999Z', true],
    ['2026-01-01T01:00:07+01:00', true],
    ['2026-01-01T00:00:08Z', false],
    ['2026-01-01T00:00:06.999Z', false],
  ])('are the same after an edit when they were written in the same second: %s', (writtenAt, same) => {
    expect(isCopy(at(JANUARY), at(writtenAt, { body: 'Edited', rating: 1 }), HELD)).toBe(same);
  });

  it('are no copies for want of something to compare, nor of a date', () => {
    expect(isCopy(at(JANUARY), at(MAY), ['author', 'status'])).toBe(false);
    expect(isCopy(at('unknown'), at('unknown', { body: 'Edited' }), HELD)).toBe(false);
  });
});
