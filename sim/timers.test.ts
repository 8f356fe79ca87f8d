import { expect, it } from 'vitest';
import { Random } from './random';
import { Scheduler } from './scheduler';
import { Timers } from './timers';

it('jumps to what comes next when nothing runs, and runs only what is due', () => {
  const scheduler = new Scheduler(new Random(1), 0);
  const timers = new Timers(scheduler);
  const ran: string[] = [];
  timers.after(86_400_000, () => ran.push('tomorrow'));
  timers.after(60_000, () => ran.push('in a minute'));
  timers.fire();
  expect([ran, scheduler.nowMs]).toEqual([['in a minute'], 60_000]);
  timers.fire();
  expect([ran, scheduler.nowMs]).toEqual([['in a minute', 'tomorrow'], 86_400_000]);
  expect(timers.empty).toBe(true);
});

it('does not jump while an invocation runs', () => {
  const scheduler = new Scheduler(new Random(1), 0);
  const timers = new Timers(scheduler);
  scheduler.start(() => scheduler.step());
  let ran = false;
  timers.after(10, () => {
    ran = true;
  });
  timers.fire();
  expect([ran, scheduler.nowMs]).toEqual([false, 0]);
});

it('knows a waiting timer by its key until it has run', () => {
  const timers = new Timers(new Scheduler(new Random(1), 0));
  timers.after(5, () => undefined, 'hint:1');
  expect(timers.has('hint:1')).toBe(true);
  timers.fire();
  expect(timers.has('hint:1')).toBe(false);
});
