import { expect, it } from 'vitest';
import { CallBudget } from '../src/backend/sync/call-budget';
import { Dice } from './dice';
import { NONE, type Faults } from './faults';
import { Io } from './io';
import { Random } from './random';
import { Scheduler } from './scheduler';

/** Makes one call and says whether it took effect and how it ended. */
async function call(faults: Partial<Faults>, crashAtStep: number | null = null, spent = false): Promise<{ effect: boolean; ended: string }> {
  const random = new Random(1);
  const scheduler = new Scheduler(random, 0);
  const budget = new CallBudget(5);
  if (spent) for (let made = 0; made < 5; made += 1) budget.spend();
  const io = new Io({ scheduler, dice: new Dice(random, { ...NONE, ...faults }), budget, crashAtStep, onCall: () => undefined });
  let [effect, ended] = [false, 'running'];
  scheduler.start(async () => {
    ended = await io
      .call('store', 'createReviews', () => {
        effect = true;
        return 'done';
      })
      .catch(String);
  });
  await scheduler.untilIdle();
  return { effect, ended };
}

it('answers when nothing goes wrong', async () => {
  expect(await call({})).toEqual({ effect: true, ended: 'done' });
});

it.each<[keyof Faults, boolean, RegExp]>([
  ['throttled', false, /STORE_RATE_LIMITED/],
  ['failBefore', false, /STORE_SERVER_ERROR.*503|STORE_SERVER_ERROR/],
  ['failAfter', true, /STORE_SERVER_ERROR/],
  ['crash', false, /Crash/],
])('%s: whether the call took effect is %s', async (fault, took, message) => {
  const { effect, ended } = await call({ [fault]: 1 });
  expect(effect).toBe(took);
  expect(ended).toMatch(message);
});

it('dies at the step it is told to: before the first call takes effect, or just after', async () => {
  expect(await call({}, 1)).toMatchObject({ effect: false, ended: expect.stringContaining('step 1') as string });
  expect(await call({}, 2)).toMatchObject({ effect: true, ended: expect.stringContaining('step 2') as string });
});

it('spends the budget before anything goes out', async () => {
  expect(await call({}, null, true)).toMatchObject({ effect: false, ended: expect.stringContaining('BUDGET_SPENT') as string });
});
