import { afterEach, expect, test } from 'vitest';
import { passTimeOfDay } from './time-of-day';

const realNow = Date.now;

afterEach(() => {
  Date.now = realNow;
});

test('time that passed is over for good, and goes on from there', () => {
  const before = realNow();
  passTimeOfDay(60_000);
  passTimeOfDay(1_000);
  expect(Date.now() - before).toBeGreaterThanOrEqual(61_000);
  expect(Date.now() - realNow()).toBeLessThanOrEqual(61_000);
});
