import { describe, expect, it } from 'vitest';
import { summariseRun } from './run-summary';
import { runRow } from './testing/fixture';

describe('a run’s numbers', () => {
  it('count all three phases', () => {
    expect(summariseRun(runRow({ wixDone: 10, storeDone: 5, pushDone: 1, pushTotal: 4 }))).toMatchObject({ done: 16, total: 2004 });
  });

  it('promise no total, and so no end, while a shop has not told its own', () => {
    expect(summariseRun(runRow({ wixTotal: null }))).toMatchObject({ total: null, timeLeftMs: null });
  });

  it('tell no rate from the first second', () => {
    expect(summariseRun(runRow({ workedMs: 999 }))).toMatchObject({ ratePerMinute: null, timeLeftMs: null });
  });

  it('never have more done than there is, however many were written meanwhile', () => {
    expect(summariseRun(runRow({ wixDone: 1500, storeDone: 900 }))).toMatchObject({ done: 2400, total: 2400, timeLeftMs: 0 });
  });

  it('end where the run ended', () => {
    expect(summariseRun(runRow({ state: 'done', wixDone: 990, storeDone: 980 }))).toMatchObject({ done: 1970, total: 1970, timeLeftMs: 0 });
  });

  it('come with words when something stopped it', () => {
    expect(summariseRun(runRow({ state: 'failed', code: 'STORE_AUTH' })).trouble).toMatchObject({ code: 'STORE_AUTH', sentence: expect.stringMatching(/./u) });
  });
});
