import { describe, expect, it } from 'vitest';
import { deliverChanges } from './delivery';
import { HEAVY, NONE, NORMAL, type Faults } from './faults';
import { Humans } from './humans';
import { quietWorld } from './quiet-world.fixture';
import { begin, comeToRest, invoke, live, tickOnce } from './rest';
import { Tally } from './tally';
import { Timers } from './timers';
import { judge } from './verdict';
import type { World } from './world/world';

const MINUTE_MS = 60_000;
const HOURS = 6;

interface Outage {
  readonly world: World;
  readonly rested: boolean;
}

/** Six hours without an answer, in which people write on both sides, a run goes on and a dashboard asks every minute. */
async function outage(seed: number, faults: Partial<Faults>): Promise<Outage> {
  const world = quietWorld(faults, seed);
  for (const number of [2, 3, 4]) world.addPerson(number, true, true);
  const timers = new Timers(world.scheduler);
  const humans = new Humans(world);
  humans.history();
  deliverChanges(world, timers);
  begin(world);
  world.shops.storeIsDown = true;
  for (let minute = 1; minute <= HOURS * 60; minute += 1) timers.after(minute * MINUTE_MS, () => invoke(world, () => tickOnce(world)));
  for (let change = 1; change <= 20; change += 1) timers.after(change * 10 * MINUTE_MS, () => humans.act());
  timers.after(HOURS * 60 * MINUTE_MS, () => {
    world.shops.storeIsDown = false;
  });
  await live(world, timers);
  world.dice.faults = NONE;
  return { world, rested: await comeToRest(world, timers) };
}

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

/** A probe in ten minutes, the shorter ones before, and the failures that shut it; crashes and races may add a few. */
const MOST_CALLS = HOURS * 6 + 5 + 3;

describe.each([['nothing else', NONE, 0], ['the usual faults', NORMAL, 6], ['heavy faults', HEAVY, 20]] as const)('a store that is down for hours, with %s', (_name, faults, more) => {
  it('is called a bounded number of times, and afterwards everything is on both sides once', { timeout: 60_000 }, async () => {
    for (const seed of SEEDS) {
      const { world, rested } = await outage(seed, faults);
      const { lost, duplicated, unfinished } = judge(world, new Tally());
      expect({ seed, rested, lost, duplicated, unfinished }).toEqual({ seed, rested: true, lost: [], duplicated: [], unfinished: [] });
      expect({ seed, calls: Math.max(MOST_CALLS + more, world.shops.calledInVain) }).toEqual({ seed, calls: MOST_CALLS + more });
    }
  });

  it('gives no review up, and uses up no try of any', { timeout: 60_000 }, async () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const { world } = await outage(seed, faults);
      const dead = world.rows.all('links').filter(({ state, code }) => state === 'blocked' && (code ?? '').startsWith('STORE_') && code !== 'STORE_REVIEW_DUPLICATE');
      expect({ seed, dead }).toEqual({ seed, dead: [] });
    }
  });
});
