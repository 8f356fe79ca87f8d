import { describe, expect, it } from 'vitest';
import { run } from '../testing/fake-backend';
import { formatDuration } from './format-duration';
import { formatRelative } from './format-moment';
import { percentDone, progressSentence } from './run-progress';

describe('progress', () => {
  it('shows 100 % only when it is done', () => {
    expect(percentDone(run({ done: 3999, total: 4000 }))).toBe(99);
    expect(percentDone(run({ done: 4000, total: 4000 }))).toBe(99);
    expect(percentDone(run({ state: 'done', done: 4000, total: 4000 }))).toBe(100);
    expect(percentDone(run({ total: null }))).toBe(0);
    expect(percentDone(run({ done: 0, total: 0 }))).toBe(0);
  });

  it('leaves out what is not known', () => {
    expect(progressSentence(run({ total: null, ratePerMinute: null, timeLeftMs: null }))).toBe('1,200 so far');
    expect(progressSentence(run({ state: 'paused' }))).toBe('1,200 of 4,000 · 600 a minute');
  });
});

describe('times', () => {
  it.each([[59_000, 'less than a minute'], [60_000, '1 min'], [12 * 60_000, '12 min'], [3_600_000, '1 h'], [3_576_000, '1 h'], [12_000_000, '3 h 20 min'], [86_370_000, '1 day'], [108_000_000, '1 day 6 h'], [273_600_000, '3 days'], [2_592_000_000, '30 days']])('%d ms are "%s"', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });

  it.each([[0, 'just now'], [-5_000, 'just now'], [61_000, '1 minute ago'], [7_200_000, '2 hours ago'], [200_000_000, '2 days ago']])('%d ms ago is "%s"', (agoMs, text) => {
    expect(formatRelative(1_000_000_000_000 - agoMs, 1_000_000_000_000)).toBe(text);
  });
});
