import { describe, expect, it } from 'vitest';
import { isNarrowed, nothingWords } from './nothing-words';

const ALL = { state: null, code: null, q: null, product: null };

describe('an empty list', () => {
  it('says that nothing is known yet only when nothing narrows it', () => {
    expect([isNarrowed(ALL), nothingWords(ALL).title]).toEqual([false, 'No reviews yet']);
  });

  it.each([
    [{ ...ALL, q: 'mug' }, 'No reviews of a product called “mug”'],
    [{ ...ALL, q: 'mug', state: 'blocked' }, 'No reviews of a product called “mug” in this selection'],
    [{ ...ALL, product: 'w1' }, 'No reviews of this product'],
    [{ ...ALL, product: 'w1', code: 'RATING_MISSING' }, 'No reviews of this product in this selection'],
    [{ ...ALL, code: 'RATING_MISSING' }, 'No reviews with the reason “No stars”'],
    [{ ...ALL, code: 'RATING_MISSING', state: 'blocked' }, 'No reviews with the reason “No stars” in this state'],
  ] as const)('names what it was narrowed to: %j', (place, title) => {
    expect([isNarrowed(place), nothingWords(place).title]).toEqual([true, title]);
  });
});
