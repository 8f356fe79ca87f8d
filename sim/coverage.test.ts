import { expect, it } from 'vitest';
import { HEAVY, NONE, NORMAL, type Faults } from './faults';
import type { Fault } from './dice';
import { simulate } from './simulate';

const ALL = Object.keys(NONE) as Fault[];

async function struckOver(seeds: number, faults: Faults): Promise<Map<Fault, number>> {
  const total = new Map<Fault, number>();
  for (let seed = 1; seed <= seeds; seed += 1) {
    for (const [fault, count] of (await simulate(seed, faults)).struck) total.set(fault, (total.get(fault) ?? 0) + count);
  }
  return total;
}

it.each([['normal', 200, NORMAL], ['heavy', 30, HEAVY]] as const)('%s: every fault strikes within %i seeds', { timeout: 60_000 }, async (_name, seeds, faults) => {
  const struck = await struckOver(seeds, faults);
  expect(ALL.filter((fault) => (struck.get(fault) ?? 0) === 0)).toEqual([]);
});

it('none: no fault strikes', async () => {
  expect(await struckOver(5, NONE)).toEqual(new Map());
});
