import { deliverDue } from '../sync/deliver-alerts';
import type { DrainReport } from '../sync/drain';
import { currentRun } from '../sync/run';
import type { SyncSession } from '../sync/session';
import type { RunRow } from '../sync/tables';
import { untilTickMs } from '../sync/walk-share';
import type { TickAnswer } from './api-types';
import { dashboardHandler } from './dashboard-handler';
import type { Engine } from './engine';
import { summariseRun } from './run-summary';

/** What a look at an empty backlog takes. */
const DRAIN_CALLS = 2;

/** How many of a walk's ticks begin with what people wait for, so that it never waits for the walk to be over. */
const LIVE_SHARE = 0.25;
const RUN_CALLS = 1;

/**
 * The walk over everything first: one of its pages may need every call an invocation has, and would never be done on
 * what a look at the backlog leaves. What people wait for is carried across by the entrance it came in at; this takes
 * up what was left behind, as soon as the walk leaves room. Meeting a review may need every call as well, so one tick of
 * four, by lot, begins with what was left behind, and leaves the walk alone if there was any. All stop by themselves when the
 * calls run out.
 */
export async function tickOnce(engine: Engine, session: SyncSession): Promise<TickAnswer> {
  await engine.probeWhenDue(session);
  const begun = await engine.sweepWhenDue(session);
  const looked = !begun && (await engine.lookAtNewestWhenDue(session));
  const { run, drained } = begun ? { run: null, drained: await drainRest(engine, session) } : await share(engine, session);
  await deliverDue(session);
  // After a look there may be no calls left to see what is due, so whoever asks is to ask again soon.
  return { drained: { ...drained, more: drained.more || looked }, run: run === null ? null : summariseRun(run), calls: session.budget.spent, waitMs: run?.state === 'running' ? untilTickMs(run, session.clock.nowMs()) : 0 };
}

async function share(engine: Engine, session: SyncSession): Promise<{ readonly run: RunRow | null; readonly drained: DrainReport }> {
  if (session.connection.walking && session.random() < LIVE_SHARE) {
    const drained = await session.budget.keeping(RUN_CALLS, () => engine.drain(session));
    if (drained.hints + drained.links > 0 || drained.more) return { run: await currentRun(session), drained };
  }
  const run = await engine.tickBackfill(session);
  return { run, drained: await drainRest(engine, session) };
}

async function drainRest(engine: Engine, session: SyncSession): Promise<DrainReport> {
  return session.budget.has(DRAIN_CALLS) ? engine.drain(session) : { links: 0, hints: 0, more: true };
}

/** `POST sync/tick`: one invocation's worth of work, for as long as the dashboard is open. */
export const postTick = dashboardHandler('POST', async ({ deps, site }) => tickOnce(deps.engine, await deps.openSync(site)));
