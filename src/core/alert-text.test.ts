import { expect, it } from 'vitest';
import { alertText } from './alert-text';

it('says how many stars and where', () => {
  expect(alertText({ kind: 'new', rating: 1, side: 'wix' })).toBe('A new 1-star review on your Wix site needs an answer.');
  expect(alertText({ kind: 'new', rating: 2, side: 'store' })).toBe('A new 2-star review in your store needs an answer.');
});

it('says that a known review needs another look', () => {
  expect(alertText({ kind: 'edited', rating: 1, side: 'store' })).toContain('another look');
});

it('says that a test is one', () => {
  expect(alertText({ kind: 'test', rating: null, side: 'wix' })).toContain('test');
});
