import { expect, it } from 'vitest';
import { Random } from './random';
import { Scheduler } from './scheduler';

async function interleave(seed: number): Promise<{ order: string; tookMs: number }> {
  const scheduler = new Scheduler(new Random(seed), 1_000);
  let order = '';
  for (const name of ['a', 'b', 'c']) {
    scheduler.start(async () => {
      for (let step = 1; step <= 4; step += 1) {
        await scheduler.step();
        order += name;
      }
    });
  }
  await scheduler.untilIdle();
  return { order, tookMs: scheduler.nowMs - 1_000 };
}

it('interleaves invocations the same way for the same seed, and in many ways over seeds', async () => {
  expect(await interleave(5)).toEqual(await interleave(5));
  const orders = new Set<string>();
  for (let seed = 1; seed <= 10; seed += 1) orders.add((await interleave(seed)).order);
  expect(orders.size).toBeGreaterThan(5);
});

it('keeps the steps of one invocation in their order and moves virtual time with each, without waiting for it', async () => {
  const beganAtMs = performance.now();
  const { order, tookMs } = await interleave(1);
  expect(order).toHaveLength(12);
  expect(tookMs).toBeGreaterThanOrEqual(12);
  expect(tookMs).toBeLessThanOrEqual(12 * 40);
  expect(performance.now() - beganAtMs).toBeLessThan(5_000);
});

it('throws what an invocation threw, so that a bug cannot pass for a quiet run', async () => {
  const scheduler = new Scheduler(new Random(1), 0);
  scheduler.start(() => Promise.reject(new Error('bug')));
  await expect(scheduler.untilIdle()).rejects.toThrow('bug');
});

it('says when nothing waits', async () => {
  expect(await new Scheduler(new Random(1), 0).once()).toBe(false);
});
