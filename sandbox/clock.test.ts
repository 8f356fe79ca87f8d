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

test('time that is skipped is over for what waits for it, once, and for nothing else', () => {
  const clock = createSandboxClock({ speed: 2, startMs: 1000 });
  const [soon, late, cancelled] = [vi.fn(), vi.fn(), vi.fn()];
  clock.after(30_000, soon);
  clock.after(90_000, late);
  clock.after(30_000, cancelled)();
  clock.skip(40_000);
  expect(clock.nowMs()).toBe(41_000);
  expect([soon, late, cancelled].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0]);
  vi.advanceTimersByTime(24_999);
  expect(late).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect([soon, late, cancelled].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
});

test('time never goes back', () => {
  expect(() => createSandboxClock().skip(-1)).toThrow('got -1');
});
