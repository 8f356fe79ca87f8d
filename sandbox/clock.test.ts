import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSandboxClock } from './clock';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('time runs at its speed from its start', () => {
  const clock = createSandboxClock({ speed: 60, startMs: 1000 });
  vi.advanceTimersByTime(1000);
  expect(clock.nowMs()).toBe(61_000);
});

test('a run comes after its sandbox delay, not before, and only once', () => {
  const clock = createSandboxClock({ speed: 60 });
  const run = vi.fn();
  clock.after(60_000, run);
  vi.advanceTimersByTime(999);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('a cancelled run never comes', () => {
  const clock = createSandboxClock();
  const run = vi.fn();
  clock.after(10, run)();
  vi.advanceTimersByTime(100);
  expect(run).not.toHaveBeenCalled();
});

test('a wait longer than a timer can hold does not fire at once', () => {
  const clock = createSandboxClock();
  const run = vi.fn();
  const days = 40 * 24 * 3600 * 1000;
  clock.after(days, run);
  vi.advanceTimersByTime(days - 1);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
});

test('a speed that would stop time is refused by its value', () => {
  expect(() => createSandboxClock({ speed: 0 })).toThrow('got 0');
});
