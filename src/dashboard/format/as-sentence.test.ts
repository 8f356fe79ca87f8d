import { expect, it } from 'vitest';
import { advice } from '../../core/advice';
import { SYNC_CODES } from '../../core/sync-code';
import { asSentence } from './as-sentence';

it.each([
  ['Wait a minute, then try again', 'Wait a minute, then try again.'],
  ['Check your internet connection and try again.', 'Check your internet connection and try again.'],
  ['Was it you?', 'Was it you?'],
  ['', ''],
])('ends %j as %j', (advice, sentence) => {
  expect(asSentence(advice)).toBe(sentence);
});

it('ends every piece of advice with exactly one mark', () => {
  for (const code of SYNC_CODES) expect(asSentence(advice(code).action.label), code).toMatch(/[^.!?…][.!?…]$/u);
});
