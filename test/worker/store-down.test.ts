import { expect, it } from 'vitest';
import { z } from 'zod';
import { betweenShops } from '../support/between-shops';
import type { PairOfShops } from '../support/pair-of-shops';

const statusShape = z.object({ connection: z.object({ down: z.object({ cause: z.string() }).nullable() }) });

let shops: PairOfShops;

betweenShops((both) => { shops = both; }, { walked: false });

const downNow = async (): Promise<unknown> => statusShape.parse(await shops.get('sync/status')).connection.down;
const tick = (): Promise<unknown> => shops.post('sync/tick', {});
const storeCalls = async (): Promise<number> => (await shops.sandbox.calls()).filter(({ side }) => side === 'store').length;

it('a store that is down is left alone, said to be, asked on a press, and given what waited when it is back', async () => {
  await shops.sandbox.store.call('fail', { down: true });
  for (const number of [1, 2, 3, 4]) {
    // One after the other: failures that happen at once are counted as one.
    await shops.sandbox.writeOnWix(shops.product, shops.somebody(`Written while it was down, ${String(number)}.`));
    await shops.sandbox.settle();
  }
  for (let ticks = 0; ticks < 3; ticks += 1) await tick();
  expect(await downNow()).toMatchObject({ cause: expect.any(String) });

  await shops.sandbox.clearLog();
  for (let ticks = 0; ticks < 5; ticks += 1) await tick();
  expect(await storeCalls()).toBeLessThanOrEqual(1);
  await shops.post('sync/probe', {});
  expect(await storeCalls()).toBeGreaterThanOrEqual(1);
  expect(await downNow()).not.toBeNull();

  await shops.sandbox.store.call('fail', { down: false });
  await shops.post('sync/probe', {});
  expect(await downNow()).toBeNull();
  await shops.workUntil(({ counts }) => counts.waiting === 0);
  for (const number of [1, 2, 3, 4]) expect(await shops.inStore(`Written while it was down, ${String(number)}.`)).toBeDefined();
}, 240_000);
