import type { SyncCode } from '../../core/sync-code';
import { SyncError } from '../../core/sync-error';
import { runRowId } from '../../core/link-id';
import { LEASE_MS } from './lease';
import type { SiteSession, SyncSession } from './session';
import type { RunRow } from './tables';

/** The site's run, whatever its state; `null` when there never was one. 1 call. */
export function currentRun({ rows, instanceId }: SiteSession): Promise<RunRow | null> {
  return rows.get('runs', runRowId(instanceId));
}

/** Begins a walk over everything. One that is running or paused goes on as it is. 6 calls. */
export async function startBackfill(session: SyncSession): Promise<RunRow> {
  const { rows, instanceId, clock } = session;
  const previous = await currentRun(session);
  if (previous?.state === 'running' || previous?.state === 'paused') {
    // Connecting anew takes the flag down, and so may a tick that came between: the button puts that right.
    await setWalking(session, true);
    return previous.state === 'running' ? previous : resumeRun(session);
  }
  const nowMs = clock.nowMs();
  const run: RunRow = {
    _id: runRowId(instanceId), instanceId,
    kind: 'backfill', state: 'running', phase: 'wix', cursor: null,
    turn: previous?.turn ?? 0, leaseUntilMs: 0,
    wixTotal: await session.wix.countReviews(), storeTotal: (await session.store.listReviews(null)).total, pushTotal: null,
    wixDone: 0, storeDone: 0, pushDone: 0,
    workedMs: 0, code: null, startedAtMs: nowMs, updatedAtMs: nowMs,
  };
  // The flag first, since no tick looks for a run without it; and again, since one that finds no run takes it down.
  await setWalking(session, true);
  await rows.saveMany('runs', [run]);
  await setWalking(session, true);
  return run;
}

export function pauseRun(site: SiteSession): Promise<RunRow> {
  return setState(site, 'running', 'paused');
}

export function resumeRun(site: SiteSession): Promise<RunRow> {
  return setState(site, 'paused', 'running');
}

async function setState(site: SiteSession, from: RunRow['state'], to: RunRow['state']): Promise<RunRow> {
  const run = await currentRun(site);
  if (run === null) throw new SyncError('INPUT_INVALID', { field: 'action', got: 'no run', expected: `a run that is ${from}` });
  if (run.state !== from) return run;
  const result = await site.rows.patch('runs', run._id, { set: { state: to, updatedAtMs: site.clock.nowMs() } });
  return result.kind === 'applied' ? result.row : run;
}

/** Takes the run for one tick, as `claim` does with links. `null`: another tick is at it, or it is paused. 1 call. */
export async function claimRun(site: SiteSession, run: RunRow): Promise<RunRow | null> {
  const nowMs = site.clock.nowMs();
  if (run.state !== 'running' || run.leaseUntilMs > nowMs) return null;
  const result = await site.rows.patch('runs', run._id, { set: { leaseUntilMs: nowMs + LEASE_MS / 2 }, increment: { turn: 1 } });
  return result.kind === 'applied' && result.row.turn === run.turn + 1 ? result.row : null;
}

/** Longer pauses than this are nobody at work: the dashboard was closed. */
const LONGEST_PAUSE_MS = 60_000;

/** The flag on the connection, which every entrance reads anyway, saves it the look for a run. 1 call. */
export async function setWalking({ rows, connection }: SyncSession, walking: boolean): Promise<void> {
  await rows.patch('connections', connection._id, { set: { walking } });
}

/** How far a tick came. */
export type RunProgress = Pick<RunRow, 'phase' | 'cursor' | 'wixDone' | 'storeDone' | 'pushDone' | 'pushTotal'>;

/** Writes a tick's progress, and what stopped it, and lets go of the run. A pause pressed meanwhile stays. 1 call. */
export async function recordProgress({ rows, clock }: SiteSession, run: RunRow, progress: RunProgress, code: SyncCode | null = null): Promise<RunRow> {
  const nowMs = clock.nowMs();
  const finished = progress.phase === 'done' ? { state: 'done' as const } : {};
  // Callers hand over whole rows; written back, those would undo a pause and take the turn of another tick.
  const { phase, cursor, wixDone, storeDone, pushDone, pushTotal } = progress;
  const result = await rows.patch('runs', run._id, {
    set: { phase, cursor, wixDone, storeDone, pushDone, pushTotal, ...finished, code, leaseUntilMs: 0, updatedAtMs: nowMs },
    increment: { workedMs: Math.min(Math.max(0, nowMs - run.updatedAtMs), LONGEST_PAUSE_MS) },
  });
  return result.kind === 'applied' ? result.row : run;
}
