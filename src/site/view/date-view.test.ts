import { expect, it } from 'vitest';
import { dateView } from './date-view';

const DAY = '2026-03-14T23:59:00.000Z';

it.each([['en', 'March 14, 2026'], ['de', '14. März 2026'], ['not a language!', 'March 14, 2026']])('writes the day as %s does', (language, expected) => {
  const view = dateView(DAY, language);
  expect([view?.textContent, view?.getAttribute('datetime')]).toEqual([expected, '2026-03-14']);
  expect(dateView(DAY, language)?.textContent).toBe(expected);
});

it('writes nothing for what is no date', () => {
  expect(dateView('yesterday', 'en')).toBeNull();
});
