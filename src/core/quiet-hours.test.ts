import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, quietUntil } from './quiet-hours';

const at = (hour: number, minute = 0): number => Date.UTC(2026, 10, 20, hour, minute);
const NIGHT = { from: 22, to: 7, timeZone: 'UTC' };
const NOON = { from: 12, to: 14, timeZone: 'UTC' };

describe('quiet hours', () => {
  it('end in the morning when they began the evening before', () => {
    expect(quietUntil(NIGHT, at(23, 30))).toBe(at(31));
    expect(quietUntil(NIGHT, at(3, 15))).toBe(at(7));
  });

  it('hold from the first minute to the last, and not at their end', () => {
    expect(quietUntil(NIGHT, at(21, 59))).toBeNull();
    expect(quietUntil(NIGHT, at(22))).toBe(at(31));
    expect(quietUntil(NIGHT, at(6, 59))).toBe(at(7));
    expect(quietUntil(NIGHT, at(7))).toBeNull();
  });

  it('may lie within one day', () => {
    expect(quietUntil(NOON, at(13, 1))).toBe(at(14));
    expect(quietUntil(NOON, at(15))).toBeNull();
    expect(quietUntil(NOON, at(1))).toBeNull();
  });

  it('are hours of the shop’s own clock', () => {
    // 23:30 in Berlin, an hour ahead of UTC in winter.
    expect(quietUntil({ ...NIGHT, timeZone: 'Europe/Berlin' }, at(22, 30))).toBe(at(30));
    // Half an hour off the full hour, as in India.
    expect(quietUntil({ ...NIGHT, timeZone: 'Asia/Kolkata' }, at(17, 0))).toBe(at(25, 30));
  });

  it('that begin when they end are none, and so are those of an unknown zone', () => {
    expect(quietUntil({ from: 8, to: 8, timeZone: 'UTC' }, at(8))).toBeNull();
    expect(quietUntil({ ...NIGHT, timeZone: 'Moon/Base' }, at(23))).toBeNull();
  });

  it('end after now and within a day, at a moment that is no longer quiet', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    fc.assert(fc.property(hour, hour, fc.integer({ min: 0, max: 4_102_444_800_000 }), (from, to, nowMs) => {
      const until = quietUntil({ from, to, timeZone: 'UTC' }, nowMs);
      if (until === null) return;
      expect(until).toBeGreaterThan(nowMs - 1);
      expect(until - nowMs).toBeLessThanOrEqual(86_400_000);
      expect(quietUntil({ from, to, timeZone: 'UTC' }, until)).toBeNull();
    }));
  });
});

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/New_York'])('%s is known', (zone) => expect(isTimeZone(zone)).toBe(true));
  it.each(['', 'Moon/Base', '12', 'Europe'])('"%s" is not', (zone) => expect(isTimeZone(zone)).toBe(false));
});
