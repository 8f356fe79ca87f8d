import { DASHBOARD_CALLS } from '../src/backend/endpoints/call-limits';
import * as tick from '../src/backend/endpoints/tick';
import { releaseRun, startBackfill, startSweep } from '../src/backend/sync/run';
import { rethrowBug } from './delivery';
import type { SyncSession } from '../src/backend/sync/session';
import type { Timers } from './timers';
import type { World } from './world/world';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 30 * 60 * MINUTE_MS;
const TICKS_BETWEEN_PAUSES = 12;

/** One invocation; a crash or a `SyncError` is its end, anything else a bug. */
export function invoke(world: World, invocation: () => Promise<void>): void {
  world.scheduler.start(async () => {
    try {
      await invocation();
    } catch (error) {
      rethrowBug(error);
    }
  });
}

/** One visit of an open dashboard: the product's own tick, with as many calls as it has there. */
export async function tickOnce(world: World): Promise<void> {
  await tick.tickOnce(world.engine, await world.openSync(null, DASHBOARD_CALLS));
}

/** Lets everything happen that is under way or has its time set. */
export async function live(world: World, timers: Timers): Promise<void> {
  for (let steps = 0; steps < 200_000; steps += 1) {
    if (!(await world.scheduler.once())) {
      if (world.scheduler.idle && timers.empty) return;
      timers.fire();
    } else if (world.random.chance(0.2)) timers.fire();
  }
}

/** Without faults: last walks over everything, the second and the last of them sweeps, and ticks until nothing is due. */
export async function comeToRest(world: World, timers: Timers): Promise<boolean> {
  for (let round = 0; round < 4; round += 1) {
    if (!(await finishRun(world, timers))) return false;
    begin(world, round % 2 === 0 ? startBackfill : startSweep);
    await world.scheduler.untilIdle();
  }
  return finishRun(world, timers);
}

/** Somebody starts a run, a backfill unless another kind is asked for. */
export function begin(world: World, start: (session: SyncSession) => Promise<unknown> = startBackfill): void {
  invoke(world, async () => {
    await start(await world.openSync());
  });
}

/** Ticks until nothing is due and no backfill runs. `false` when that never comes. */
export async function finishRun(world: World, timers: Timers): Promise<boolean> {
  for (let tick = 0; tick < 400; tick += 1) {
    // Past every lease, and now and then past every pause of the retry schedule, where a sweep begins by itself.
    world.scheduler.nowMs += tick % TICKS_BETWEEN_PAUSES === 0 ? LONGEST_PAUSE_MS : MINUTE_MS;
    invoke(world, () => tickOnce(world));
    await world.scheduler.untilIdle();
    await live(world, timers);
    if (atRest(world)) return true;
    // Its owner cannot leave it so for ever.
    if (isHeld(world)) begin(world, releaseRun);
  }
  return false;
}

function isHeld({ rows }: World): boolean {
  return rows.all('runs').some(({ state }) => state === 'held');
}

function atRest(world: World): boolean {
  const busy = world.rows.all('links').some((link) => link.dueAtMs !== null) || world.rows.all('hints').some((hint) => hint.dueAtMs !== null);
  const untold = world.rows.all('attention').some((item) => item.dueAtMs !== null);
  const running = world.rows.all('runs').some((run) => run.state === 'running' || run.state === 'held');
  return !busy && !untold && !running;
}
