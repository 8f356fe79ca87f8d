import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryClass, retryDelayMs } from './retry-class';
import { SYNC_CODES } from './sync-code';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const SCHEDULE_MS = [5000, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 5 * HOUR_MS, 10 * HOUR_MS, 14 * HOUR_MS, 20 * HOUR_MS, 24 * HOUR_MS];

describe('retryClass', () => {
  it('has a class for every code', () => {
    for (const code of SYNC_CODES) expect(['transient', 'throttled', 'permanent', 'needs-person']).toContain(retryClass(code));
  });

  it.each([
    ['STORE_UNREACHABLE', 'transient'],
    ['STORE_TIMEOUT', 'transient'],
    ['WIX_SERVER_ERROR', 'transient'],
    ['WIX_REVISION_STALE', 'transient'],
    ['BUDGET_SPENT', 'transient'],
    ['STORE_RATE_LIMITED', 'throttled'],
    ['WIX_RATE_LIMITED', 'throttled'],
    ['STORE_REFUSED', 'permanent'],
    ['WIX_ORGANIC_REFUSED', 'permanent'],
    ['STORE_AUTH', 'needs-person'],
    ['PRODUCT_UNMATCHED', 'needs-person'],
  ] as const)('%s is %s', (code, expected) => {
    expect(retryClass(code)).toBe(expected);
  });

  it('never tries again what a planner refused: the same plan would come out', () => {
    const planned = ['FIELD_TOO_LONG', 'RATING_MISSING', 'BODY_MISSING', 'DIFFERENT_REVIEWS', 'NOT_PUBLISHED', 'CANNOT_EDIT', 'CANNOT_DELETE', 'GONE_UNPROVEN'] as const;
    for (const code of planned) expect(['permanent', 'needs-person']).toContain(retryClass(code));
  });
});

describe('retryDelayMs', () => {
  it.each(SCHEDULE_MS.map((delayMs, attempt) => [attempt, delayMs] as const))('waits on attempt %d for %d ms in the middle', (attempt, delayMs) => {
    expect(retryDelayMs(attempt, () => 0.5)).toBe(delayMs);
  });

  it('gives up after the last', () => {
    expect(retryDelayMs(SCHEDULE_MS.length, () => 0.5)).toBeNull();
    expect(retryDelayMs(1000, () => 0.5)).toBeNull();
  });

  it('stays within a fifth of the schedule', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
        const [delayMs, middleMs] = [retryDelayMs(attempt, () => random) ?? -1, SCHEDULE_MS[attempt] ?? 0];
        expect(Number.isInteger(delayMs)).toBe(true);
        expect(delayMs).toBeGreaterThanOrEqual(middleMs * 0.8 - 1);
        expect(delayMs).toBeLessThanOrEqual(middleMs * 1.2 + 1);
      }),
    );
  });

  it('waits at least as long after every failure as after the one before, at the same throw of the dice', () => {
    for (const random of [0, 0.25, 0.5, 0.999_999]) {
      const delays = SCHEDULE_MS.map((_, attempt) => retryDelayMs(attempt, () => random) ?? -1);
      expect(delays).toEqual([...delays].sort((a, b) => a - b));
    }
  });

  it('spreads what failed together', () => {
    expect(retryDelayMs(1, () => 0)).toBe(4 * MINUTE_MS);
    expect(retryDelayMs(1, () => 0.999_999_9)).toBeCloseTo(6 * MINUTE_MS, -2);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('quotes %d, which is no number of tries', (attempt) => {
    expect(() => retryDelayMs(attempt, () => 0)).toThrow(`Expected attempt to be a whole number from 0, got ${attempt}`);
  });
});
