import { describe, expect, it } from 'vitest';
import { picturesCarried } from './pictures-carried';

describe('what is said of pictures that were carried across', () => {
  it.each([
    ['all of them', { given: 3, inStore: 3, onWix: 3 }, 'Pictures carried across, on Wix'],
    ['all of them, beside one of Wix’ own', { given: 3, inStore: 3, onWix: 4 }, 'Pictures carried across, on Wix'],
    ['just as many as Wix takes', { given: 10, inStore: 10, onWix: 10 }, 'Pictures carried across, on Wix'],
    ['all but one that could not be fetched', { given: 2, inStore: 3, onWix: 2 }, '2 of 3 pictures carried across, on Wix'],
    ['all but one of ten', { given: 9, inStore: 10, onWix: 9 }, '9 of 10 pictures carried across, on Wix'],
    ['the first ten of eleven', { given: 10, inStore: 11, onWix: 10 }, '10 of 11 pictures carried across: Wix takes 10'],
    ['the first ten of more, but one', { given: 9, inStore: 13, onWix: 9 }, '9 of 13 pictures carried across: Wix takes 10'],
    ['those that found room beside what was on Wix', { given: 1, inStore: 2, onWix: 10 }, '1 of 2 pictures carried across: Wix takes 10'],
    ['none any more', { given: 0, inStore: 0, onWix: 0 }, 'Pictures carried across, on Wix'],
  ])('is right for %s', (_, carried, words) => {
    expect(picturesCarried(carried)).toBe(words);
  });
});
