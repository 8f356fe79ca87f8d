import { describe, expect, it } from 'vitest';
import { fieldName, loser, sideName, valueWords } from './conflict-words';

describe('a conflict in words', () => {
  it.each([
    ['rating', '1', '1 star'],
    ['rating', '4', '4 stars'],
    ['status', 'hidden', 'Hidden'],
    ['body', '<b>4</b>', '<b>4</b>'],
    ['reply', '', 'Nothing'],
    ['body', null, 'Could not be read: the review is gone, or its shop does not answer.'],
  ] as const)('says %s %j as "%s"', (field, value, words) => {
    expect(valueWords({ field }, value)).toBe(words);
  });

  it('names the field and both sides', () => {
    expect(fieldName({ field: 'author' })).toBe('Author’s name');
    expect([sideName('wix'), sideName(loser({ winner: 'wix' })), sideName(loser({ winner: 'store' }))]).toEqual(['on Wix', 'in the store', 'on Wix']);
  });
});
