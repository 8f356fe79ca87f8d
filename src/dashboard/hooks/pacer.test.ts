import { expect, it } from 'vitest';
import { pacer } from './pacer';

it('lets a short job through at once, and holds a long one to what the quota leaves it', async () => {
  let nowMs = 0;
  const waits: number[] = [];
  const turn = pacer(undefined, () => nowMs, async (ms) => {
    waits.push(ms);
    nowMs += ms;
  });
  for (let step = 0; step < 4; step += 1) await turn();
  expect(waits).toEqual([0, 0, 0]);
  for (let step = 0; step < 100; step += 1) await turn();
  // 20 calls a step with what the platform adds: never more than 120 a minute.
  expect(nowMs).toBeGreaterThanOrEqual((100 * 20 * 60_000) / 120 - 20_000);
});
