import { describe, expect, it } from 'vitest';
import type { InboxSummary } from '../../../backend/endpoints/inbox/inbox-types';
import { ageKey, ageWords, hoursOfAge, productWords } from './filter-words';
import { EVERYTHING_OPEN } from './inbox-place';

const summary: InboxSummary = {
  open: 0, overdue: 0, snoozed: 0, done: 0, medianAnswerMs: null, weeks: [], areWeeksWhole: true, overdueHours: 48, checkedAtMs: 0,
  products: [{ product: 'w2', name: 'Mug', open: 4 }, { product: 'store:9', name: null, open: 1 }],
};

describe('the products to choose from', () => {
  it('are those shown and those with the most open items, by name, each once', () => {
    expect(Object.entries(productWords(EVERYTHING_OPEN, summary, { w1: 'Bag', w2: 'Mug' }))).toEqual([['any', 'All products'], ['store:9', '…'], ['w1', 'Bag'], ['w2', 'Mug']]);
  });

  it('hold the one that was chosen by a link, even when nothing of it is shown', () => {
    expect(productWords({ ...EVERYTHING_OPEN, product: 'w7' }, null, {})).toEqual({ any: 'All products', w7: '…' });
  });
});

describe('the ages to choose from', () => {
  it('name what is overdue for this owner, and hold the one chosen', () => {
    expect(Object.values(ageWords({ ...EVERYTHING_OPEN, olderThanHours: 5 }, summary))).toEqual(['Any age', 'Over 5 h', 'Overdue: over 2 days', 'Over 3 days', 'Over 7 days', 'Over 30 days']);
  });

  it.each([null, 5, 168])('%s leads to a choice and back', (hours) => {
    expect(hoursOfAge(ageKey(hours))).toBe(hours);
  });
});
