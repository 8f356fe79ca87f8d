import { brandId, type InstanceId } from '../src/core/ids';
import type { Faults } from './faults';
import type { simulate } from './simulate';
import type { SharedTables } from './world/row-store';

const NEIGHBOUR = brandId<InstanceId>('22222222-2222-4222-8222-222222222222');
const TENANT = brandId<InstanceId>('33333333-3333-4333-8333-333333333333');

/** The neighbour's seed: far from those that are run, so that its shops hold other things under the same ids. */
const OTHER_SEEDS = 1_000_000;

/** What is wrong when one seed gives two histories: then no failure could be told again. */
export async function twiceProblems(run: typeof simulate, seed: number, faults: Faults): Promise<readonly string[]> {
  const [first, second] = [await run(seed, faults), await run(seed, faults)];
  return first.trace() === second.trace() ? [] : ['two runs gave two histories'];
}

/**
 * What a second site does to a first: nothing. Both run at once, in the same process and the same tables, and their shops
 * give out the very same ids of products, people and reviews. Whatever the first one does, keeps and writes has to be what it
 * does, keeps and writes alone.
 */
export async function neighbourProblems(run: typeof simulate, seed: number, faults: Faults): Promise<readonly string[]> {
  const alone = await run(seed, faults, { instance: TENANT, tables: new Map() });
  const tables: SharedTables = new Map();
  const [beside] = await Promise.all([
    run(seed, faults, { instance: TENANT, tables }),
    run(seed + OTHER_SEEDS, faults, { instance: NEIGHBOUR, tables }),
  ]);
  return alone.trace() === beside.trace() ? [] : ['another site changed what this one does'];
}
