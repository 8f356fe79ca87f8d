import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKGROUND_CALLS, spentNow, untilFits, usedUp, withSpent, type Spent } from './quota-share';

const MINUTE_MS = 60_000;
const NOW_MS = 1_000_000;

describe('the calls of a minute', () => {
  it('are those made less than a minute ago', () => {
    const recent = [{ atMs: NOW_MS - MINUTE_MS, calls: 7 }, { atMs: NOW_MS - MINUTE_MS + 1, calls: 20 }, { atMs: NOW_MS, calls: 5 }];
    expect(spentNow(recent, NOW_MS)).toBe(25);
  });

  it('are none in a row of before, and none a minute later', () => {
    expect(spentNow([], NOW_MS)).toBe(0);
    expect(spentNow(withSpent([], 20, NOW_MS), NOW_MS + MINUTE_MS)).toBe(0);
  });

  it('count as just made when a clock ran ahead', () => {
    expect(spentNow([{ atMs: NOW_MS + 5_000, calls: 20 }], NOW_MS)).toBe(20);
  });

  it('are all that is remembered of them', () => {
    const old = [{ atMs: NOW_MS - MINUTE_MS, calls: 7 }, { atMs: NOW_MS - 10, calls: 20 }];
    expect(withSpent(old, 3, NOW_MS)).toEqual([{ atMs: NOW_MS - 10, calls: 20 }, { atMs: NOW_MS, calls: 3 }]);
  });
});

describe('what fits now', () => {
  it.each([
    ['nothing was spent', [], 0],
    ['there is just enough left', [{ atMs: NOW_MS - 100, calls: 130 }], 0],
    ['one too many was spent', [{ atMs: NOW_MS - 100, calls: 131 }], MINUTE_MS - 100],
    ['the oldest of several is enough', [{ atMs: NOW_MS - 50_000, calls: 20 }, { atMs: NOW_MS - 100, calls: 120 }], 10_000],
    ['they are not in order', [{ atMs: NOW_MS - 100, calls: 120 }, { atMs: NOW_MS - 50_000, calls: 20 }], 10_000],
    ['the oldest is not enough', [{ atMs: NOW_MS - 50_000, calls: 1 }, { atMs: NOW_MS - 100, calls: 140 }], MINUTE_MS - 100],
  ] as const)('when %s', (_, recent, waitMs) => {
    expect(untilFits(recent, 20, BACKGROUND_CALLS, NOW_MS)).toBe(waitMs);
  });

  it('is for a larger share more', () => {
    const recent = [{ atMs: NOW_MS, calls: 140 }];
    expect(untilFits(recent, 20, 150, NOW_MS)).toBe(MINUTE_MS);
    expect(untilFits(recent, 20, 160, NOW_MS)).toBe(0);
  });

  it('is nothing where the share was never large enough, but the wait ends', () => {
    expect(untilFits([{ atMs: NOW_MS, calls: 1 }], 20, 5, NOW_MS)).toBe(MINUTE_MS);
    expect(untilFits([], 20, 5, NOW_MS)).toBe(0);
  });

  it('never lets any minute have more than the share, whoever asks and whenever', () => {
    const asks = fc.array(fc.record({ afterMs: fc.integer({ min: 0, max: 30_000 }), calls: fc.integer({ min: 1, max: 20 }) }), { maxLength: 60 });
    fc.assert(
      fc.property(asks, (all) => {
        let [recent, nowMs]: [readonly Spent[], number] = [[], 0];
        const made: Spent[] = [];
        for (const { afterMs, calls } of all) {
          nowMs += afterMs;
          if (untilFits(recent, calls, BACKGROUND_CALLS, nowMs) > 0) continue;
          recent = withSpent(recent, calls, nowMs);
          made.push({ atMs: nowMs, calls });
        }
        for (const { atMs } of made) expect(spentNow(made.filter((one) => one.atMs <= atMs), atMs)).toBeLessThanOrEqual(BACKGROUND_CALLS);
      }),
    );
  });

  it('is there after the wait, and not a millisecond before', () => {
    const spent = fc.array(fc.record({ atMs: fc.integer({ min: NOW_MS - 90_000, max: NOW_MS }), calls: fc.integer({ min: 1, max: 40 }) }), { maxLength: 20 });
    fc.assert(
      fc.property(spent, (recent) => {
        const waitMs = untilFits(recent, 20, BACKGROUND_CALLS, NOW_MS);
        expect(spentNow(recent, NOW_MS + waitMs) + 20).toBeLessThanOrEqual(BACKGROUND_CALLS);
        if (waitMs > 0) expect(spentNow(recent, NOW_MS + waitMs - 1) + 20).toBeGreaterThan(BACKGROUND_CALLS);
      }),
    );
  });
});

describe('a minute that was said to be used up', () => {
  it('is over in a minute', () => {
    expect(untilFits(usedUp(NOW_MS), 1, BACKGROUND_CALLS, NOW_MS)).toBe(MINUTE_MS);
    expect(untilFits(usedUp(NOW_MS, 5_000), 1, BACKGROUND_CALLS, NOW_MS)).toBe(MINUTE_MS);
  });

  it('lasts as long as was asked for, up to a quarter of an hour', () => {
    expect(untilFits(usedUp(NOW_MS, 3 * MINUTE_MS), 1, BACKGROUND_CALLS, NOW_MS)).toBe(3 * MINUTE_MS);
    expect(untilFits(usedUp(NOW_MS, 24 * 60 * MINUTE_MS), 1, BACKGROUND_CALLS, NOW_MS)).toBe(15 * MINUTE_MS);
  });
});
