import { NONE, type Faults } from './faults';
import { Random } from './random';
import { Scheduler } from './scheduler';
import { World } from './world/world';

export const START_MS = Date.parse('2026-06-01T00:00:00Z');

/** One product in both shops, one shopper whom both know, and only the faults that are asked for. */
export function quietWorld(faults: Partial<Faults> = {}, seed = 1): World {
  const random = new Random(seed);
  const world = new World(new Scheduler(random, START_MS), random, { ...NONE, ...faults });
  world.addProduct(1, 'both');
  world.addPerson(1, true, true);
  world.connect();
  return world;
}
