import { expect, it } from 'vitest';
import { movedWords } from './moved-words';

it('a shop that moved is named as what it looks like, with how much of it was found', () => {
  expect(movedWords('98 of 100 reviews')).toBe('This looks like the same shop at a new address: 98 of 100 reviews that were looked for are there, by the same people and in the same words.');
});

it('one whose endpoint says no number is named without one', () => {
  expect(movedWords(undefined)).toBe('This looks like the same shop at a new address: its reviews are there.');
});
