import { expect, it } from 'vitest';
import { capitalized } from './capitalized';

it.each([['webhook', 'Webhook'], ['Wix notification', 'Wix notification'], ['', '']])('“%s” begins a line as “%s”', (words, line) => {
  expect(capitalized(words)).toBe(line);
});
