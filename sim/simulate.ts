import { alertProblems } from './alert-verdict';
import { Deletions } from './deletions';
import { countChange } from './count-change';
import { deliverChanges } from './delivery';
import type { Fault } from './dice';
import { NONE, type Profile } from './faults';
import { Humans } from './humans';
import { sendImpostor } from './impostor';
import { Random } from './random';
import { begin, comeToRest, invoke, live, tickOnce } from './rest';
import { Scheduler } from './scheduler';
import { Story } from './story';
import { Tally } from './tally';
import { Timers } from './timers';
import { judge, type Verdict } from './verdict';
import { traceOf } from './trace';
import { Troubles } from './troubles';
import { World, type Tenant } from './world/world';

export interface Outcome extends Verdict {
  readonly seed: number;
  /** The app never came to rest. */
  readonly stuck: boolean;
  /** What an invocation threw that was neither a crash nor a `SyncError`. */
  readonly bug: string | null;
  readonly mostSpent: number;
  /** How often each fault struck. */
  readonly struck: ReadonlyMap<Fault, number>;
  /** How often what befell the site as a whole came about. */
  readonly happened: ReadonlyMap<string, number>;
  readonly story: () => string[];
  /** Items of the inbox that do not fit their reviews. */
  readonly misfiled: readonly string[];
  /** A hash of every call, fault, change and row: same seed, same trace. Worked out when asked for. */
  readonly trace: () => string;
}

const START_MS = Date.parse('2026-06-01T00:00:00Z');
const MINUTE_MS = 60_000;

/** One world, from its history to its rest, out of one seed. `tenant`: it shares its tables with others. */
export async function simulate(seed: number, faults: Profile, tenant: Tenant | null = null): Promise<Outcome> {
  const random = new Random(seed);
  const scheduler = new Scheduler(random, START_MS);
  const { troubles } = faults;
  const isLarge = troubles !== undefined && random.chance(troubles.large);
  const world = furnish(new World(scheduler, random, faults, tenant), isLarge);
  const tally = new Tally();
  const story = new Story(world);
  const deletions = new Deletions(world);
  world.shops.onChange = (change) => {
    story.tellChange(change);
    deletions.watch(change);
    countChange(world, tally, change);
  };
  const humans = new Humans(world);
  humans.history();
  if (isLarge) humans.longHistory();
  const timers = new Timers(scheduler);
  deliverChanges(world, timers);

  plan(world, timers, humans);
  sendImpostor(world, timers, seed);
  if (troubles !== undefined) trouble(world, timers, new Troubles(world, timers, tally), troubles.share, isLarge);
  const end = await untilRest(world, timers);
  const verdict = judge(world, tally);
  return { seed, ...end, mostSpent: world.mostSpent, struck: world.dice.struck, happened: world.happened, story: () => story.lines(), trace: () => traceOf(world, story), ...verdict, lost: [...verdict.lost, ...deletions.unfounded], misfiled: alertProblems(world) };
}

async function untilRest(world: World, timers: Timers): Promise<Pick<Outcome, 'stuck' | 'bug'>> {
  try {
    await live(world, timers);
    world.dice.faults = NONE;
    return { stuck: !(await comeToRest(world, timers)), bug: null };
  } catch (error) {
    return { stuck: false, bug: String(error) };
  }
}

function furnish(world: World, isLarge: boolean): World {
  const { random } = world;
  for (let number = 1; number <= (isLarge ? 3 : random.between(1, 3)); number += 1) world.addProduct(number, 'both');
  if (random.chance(0.3)) world.addProduct(8, 'wix');
  if (random.chance(0.3)) world.addProduct(9, 'store');
  for (let number = 1; number <= (isLarge ? 4 : random.between(1, 4)); number += 1) world.addPerson(number, isLarge || random.chance(0.6), isLarge || random.chance(0.85));
  world.connect();
  return world;
}

/** People act at random times, the dashboard is open now and then, and a backfill is started somewhere in between. */
function plan(world: World, timers: Timers, humans: Humans): void {
  const { random } = world;
  const actions = random.between(3, 14);
  for (let action = 0; action < actions; action += 1) {
    const atMs = random.between(1, 20) * MINUTE_MS * random.next();
    timers.after(atMs, () => humans.act());
    // Some come in bursts, so that one change is still on its way when the next is made.
    if (random.chance(0.4)) timers.after(atMs + random.between(10, 2_000), () => humans.act());
  }
  timers.after(random.between(0, 10) * MINUTE_MS, () => begin(world));
  for (let tick = 1; tick <= 30; tick += 1) timers.after(tick * MINUTE_MS * random.next() * 2, () => invoke(world, () => tickOnce(world)));
}

/** What befalls few sites, and those seldom more than once. */
function trouble({ random }: World, timers: Timers, troubles: Troubles, share: number, isLarge: boolean): void {
  for (let time = 0; time < 2; time += 1) if (random.chance(share)) timers.after(random.between(1, 25) * MINUTE_MS, () => troubles.act());
  if (isLarge) timers.after(random.between(15, 25) * MINUTE_MS, () => troubles.restoreBackup());
}
