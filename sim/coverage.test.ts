import { expect, it } from 'vitest';
import { HEAVY, NONE, NORMAL, TROUBLED, type Profile } from './faults';
import type { Fault } from './dice';
import { simulate } from './simulate';

const ALL = Object.keys(NONE) as Fault[];
const UNTROUBLED = ALL.filter((fault) => fault !== 'lostDeletion');

/** What befalls a site as a whole, and at least how often it does within 500 seeds. */
const HAPPENS = {
  'backup put back': 3, 'held run released': 1, 'held run cancelled': 1, 'run rolled back': 1, 'app removed': 8, 'app removed while a run went on': 1,
  'app installed again': 10, 'clock jumped forward': 10, 'clock jumped back': 10, 'webhook switched off': 3, 'webhook unreachable': 3,
  'impostor wrote in the store': 3,
} as const;

interface Seen {
  readonly struck: ReadonlyMap<Fault, number>;
  readonly happened: ReadonlyMap<string, number>;
}

/** Goes through seeds until there is nothing `missing`, and through `seeds` at most. */
async function seenOver(seeds: number, faults: Profile, missing: (seen: Seen) => readonly string[]): Promise<Seen> {
  const [struck, happened] = [new Map<Fault, number>(), new Map<string, number>()];
  for (let seed = 1; seed <= seeds && missing({ struck, happened }).length > 0; seed += 1) {
    const outcome = await simulate(seed, faults);
    addTo(struck, outcome.struck);
    addTo(happened, outcome.happened);
  }
  return { struck, happened };
}

const missingOf = (faults: readonly Fault[]) => ({ struck }: Seen): readonly string[] => faults.filter((fault) => (struck.get(fault) ?? 0) === 0);

const rareIn = ({ happened }: Seen): readonly string[] =>
  Object.entries(HAPPENS).filter(([what, least]) => (happened.get(what) ?? 0) < least).map(([what, least]) => `${what}: ${String(happened.get(what) ?? 0)}, not ${String(least)}`);

function addTo<K>(total: Map<K, number>, counts: ReadonlyMap<K, number>): void {
  for (const [key, count] of counts) total.set(key, (total.get(key) ?? 0) + count);
}

it('troubled: every fault strikes within 500 seeds, and whatever befalls a site as a whole does', { timeout: 120_000 }, async () => {
  const missing = (seen: Seen): readonly string[] => [...missingOf(ALL)(seen), ...rareIn(seen)];
  expect(missing(await seenOver(500, TROUBLED, missing))).toEqual([]);
});

it.each([['normal', 200, NORMAL], ['heavy', 60, HEAVY]] as const)('%s: every fault of its own strikes within %i seeds', { timeout: 60_000 }, async (_name, seeds, faults) => {
  const missing = missingOf(UNTROUBLED);
  expect(missing(await seenOver(seeds, faults, missing))).toEqual([]);
});

it('none: no fault strikes', async () => {
  expect((await seenOver(5, NONE, () => ['a strike'])).struck).toEqual(new Map());
});
