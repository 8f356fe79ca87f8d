import { expect, it } from 'vitest';
import { dateView } from './date-view';
import { aReview } from './testing/site-answers';

it('shows the day as it came, and says it in the way of machines', () => {
  const view = dateView(aReview({ writtenAt: '2026-03-14T23:59:00.000Z', writtenOn: '14. März 2026' }));
  expect([view?.textContent, view?.getAttribute('datetime')]).toEqual(['14. März 2026', '2026-03-14']);
});

it('shows nothing for what is no date', () => {
  expect(dateView(aReview({ writtenAt: 'yesterday', writtenOn: '' }))).toBeNull();
});
