import { expect, it } from 'vitest';
import { problemWords } from './problem-words';

it.each([
  ['Wait a minute, then try again', 'Too many requests. Wait a minute, then try again.'],
  ['', 'Too many requests.'],
])('is one line of sentences: %j', (action, words) => {
  expect(problemWords({ sentence: 'Too many requests.', action })).toBe(words);
});
