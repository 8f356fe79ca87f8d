import { expect, it } from 'vitest';
import { dayFormat } from './day-format';

it.each([
  ['en', 'March 14, 2026'],
  ['en-GB', '14 March 2026'],
  ['de', '14. März 2026'],
  ['he', '14 במרץ 2026'],
  ['not a language!', 'March 14, 2026'],
  ['', 'March 14, 2026'],
])('writes the day as %j does, wherever the reader is', (language, day) => {
  expect(dayFormat(language)('2026-03-14T23:59:00.000Z')).toBe(day);
  expect(dayFormat(language)('2026-03-14T00:00:00.000Z')).toBe(day);
});

it.each(['yesterday', '', '2026-13-45'])('writes nothing for %j, which is no date', (text) => {
  expect(dayFormat('en')(text)).toBe('');
});
