import { deliverDue } from '../sync/deliver-alerts';
import type { SyncSession } from '../sync/session';
import { untilTickMs } from '../sync/walk-share';
import type { TickAnswer } from './api-types';
import { dashboardHandler } from './dashboard-handler';
import type { Engine } from './engine';
import { summariseRun } from './run-summary';

/** What a look at an empty backlog takes. */
const DRAIN_CALLS = 2;

/**
 * The walk over everything first: one of its pages may need every call an invocation has, and would never be done on
 * what a look at the backlog leaves. What people wait for is carried across by the entrance it came in at; this takes
 * up what was left behind, as soon as the walk leaves room. Both stop by themselves when the calls run out.
 */
export async function tickOnce(engine: Engine, session: SyncSession): Promise<TickAnswer> {
  await engine.probeWhenDue(session);
  const begun = await engine.sweepWhenDue(session);
  if (!begun) await engine.lookAtNewestWhenDue(session);
  const run = begun ? null : await engine.tickBackfill(session);
  const drained = session.budget.has(DRAIN_CALLS) ? await engine.drain(session) : { links: 0, hints: 0, more: true };
  await deliverDue(session);
  return { drained, run: run === null ? null : summariseRun(run), calls: session.budget.spent, waitMs: run?.state === 'running' ? untilTickMs(run, session.clock.nowMs()) : 0 };
}

/** `POST sync/tick`: one invocation's worth of work, for as long as the dashboard is open. */
export const postTick = dashboardHandler('POST', async ({ deps, site }) => tickOnce(deps.engine, await deps.openSync(site)));
