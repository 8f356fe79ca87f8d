import { expect, it } from 'vitest';
import { HEAVY, NONE, NORMAL, TROUBLED, type Profile } from './faults';
import type { Fault } from './dice';
import { simulate } from './simulate';

const ALL = Object.keys(NONE) as Fault[];
const UNTROUBLED = ALL.filter((fault) => fault !== 'lostDeletion');

/** What befalls a site as a whole, and at least how often it does in 200 seeds. */
const HAPPENS = {
  'backup put back': 3, 'held run released': 1, 'held run cancelled': 1, 'run rolled back': 1, 'app removed': 8, 'app removed while a run went on': 1,
  'app installed again': 10, 'clock jumped forward': 10, 'clock jumped back': 10, 'webhook switched off': 3, 'webhook unreachable': 3,
  'impostor wrote in the store': 3,
} as const;

interface Seen {
  readonly struck: ReadonlyMap<Fault, number>;
  readonly happened: ReadonlyMap<string, number>;
}

async function seenOver(seeds: number, faults: Profile): Promise<Seen> {
  const [struck, happened] = [new Map<Fault, number>(), new Map<string, number>()];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const outcome = await simulate(seed, faults);
    addTo(struck, outcome.struck);
    addTo(happened, outcome.happened);
  }
  return { struck, happened };
}

function addTo<K>(total: Map<K, number>, counts: ReadonlyMap<K, number>): void {
  for (const [key, count] of counts) total.set(key, (total.get(key) ?? 0) + count);
}

it('troubled: every fault strikes within 500 seeds, and whatever befalls a site as a whole does', { timeout: 120_000 }, async () => {
  const { struck, happened } = await seenOver(500, TROUBLED);
  expect(ALL.filter((fault) => (struck.get(fault) ?? 0) === 0)).toEqual([]);
  const rare = Object.entries(HAPPENS).filter(([what, least]) => (happened.get(what) ?? 0) < least);
  expect(rare.map(([what, least]) => `${what}: ${String(happened.get(what) ?? 0)}, not ${String(least)}`)).toEqual([]);
});

it.each([['normal', 200, NORMAL], ['heavy', 60, HEAVY]] as const)('%s: every fault of its own strikes within %i seeds', { timeout: 60_000 }, async (_name, seeds, faults) => {
  const { struck } = await seenOver(seeds, faults);
  expect(UNTROUBLED.filter((fault) => (struck.get(fault) ?? 0) === 0)).toEqual([]);
});

it('none: no fault strikes', async () => {
  expect((await seenOver(5, NONE)).struck).toEqual(new Map());
});
