import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Words } from '../support/sandbox-client';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';
import { until } from '../support/until';

const Answer = z.object({ waitMs: z.number() });
const ROUNDS = 60;

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
}, 300_000);

afterAll(async () => {
  await sandbox.stop();
});

it('two pages that carry a walk on as fast as they can leave a new review on Wix its way, and never run into the quota', async () => {
  const token = await sandbox.token('USER');
  expect((await sandbox.endpoint('sync/backfill', token, { action: 'start' })).status).toBe(200);
  await sandbox.clearLog();
  const waits: number[] = [];
  const page = async (): Promise<void> => {
    for (let round = 0; round < ROUNDS && waits.filter((ms) => ms > 0).length < 4; round += 1) {
      const response = await sandbox.endpoint('sync/tick', token, {});
      expect(response.status).toBe(200);
      waits.push(Answer.parse(await response.json()).waitMs);
    }
  };
  await Promise.all([page(), page()]);
  expect(Math.max(...waits)).toBeGreaterThan(0);
  const product = await sandbox.quietProduct();
  const words: Words = { name: 'Robin', email: 'robin@example.com', rating: 4, text: 'Written while a walk was on.' };
  await sandbox.writeOnWix(product, words);
  await sandbox.settle();
  await until(async () => (await sandbox.storeReviews()).some(({ content }) => content.includes(words.text)), (there) => there, 20_000);
  const calls = await sandbox.calls();
  // The sandbox keeps the quota itself, token calls aside.
  expect(calls.filter(({ status }) => status === 429)).toEqual([]);
}, 120_000);
