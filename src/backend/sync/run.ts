import type { SyncCode } from '../../core/sync-code';
import { SyncError } from '../../core/sync-error';
import { connectionRowId, pastRunRowId, runRowId } from '../../core/link-id';
import { LEASE_MS } from './lease';
import { copiesAmong } from './copies-among';
import { newRun } from './new-run';
import type { SiteSession, SyncSession } from './session';
import { takesBack } from './run-phases';
import type { RunKind, RunRow } from './tables';
import { paidAhead } from './walk-share';

/** The site's run, whatever its state; `null` when there never was one. 1 call. */
export function currentRun({ rows, instanceId }: SiteSession): Promise<RunRow | null> {
  return rows.get('runs', runRowId(instanceId));
}

/** Begins a walk over everything. One that is under way goes on as it is. 6 calls. */
export function startBackfill(session: SyncSession): Promise<RunRow> {
  return startRun(session, 'backfill');
}

/** As `startBackfill`, and finds deletions nobody told of. */
export function startSweep(session: SyncSession): Promise<RunRow> {
  return startRun(session, 'sweep');
}

/** Takes back every copy that the run begun at `undoes` (epoch ms) has made. Throws `INPUT_INVALID` when none stands. */
export function startRollback(session: SyncSession, undoes: number): Promise<RunRow> {
  return startRun(session, 'rollback', undoes);
}

/**
 * Takes back every copy this app has ever made, live ones included, when there are no more than `most`: the number its
 * owner was shown and agreed to. Throws `INPUT_INVALID` when there are more by now, or none.
 */
export function startRemoval(session: SyncSession, most: number): Promise<RunRow> {
  return startRun(session, 'removal', null, most);
}

async function startRun(session: SyncSession, kind: RunKind, undoes: number | null = null, most = Infinity): Promise<RunRow> {
  const { rows, instanceId } = session;
  const previous = await currentRun(session);
  if (previous !== null && isUnderWay(previous)) {
    // A tick that came between the two records below takes the flag down, and a crash leaves it so: whoever comes next, the
    // daily sweep if nobody else, puts that right. A held run waits for its owner.
    if (previous.state !== 'held') await setWalking(session, true);
    if (kind !== 'backfill') throw new SyncError('BUSY', { field: 'run', got: `a ${previous.kind} that is ${previous.state}`, expected: 'none under way' });
    return previous.state === 'paused' ? resumeRun(session) : previous;
  }
  const run: RunRow = { ...newRun(session, kind, undoes, previous), ...(takesBack(kind) ? await copiesOf(session, { kind, undoes }, most) : await totals(session)) };
  const past = previous === null ? [] : [{ ...previous, _id: pastRunRowId(instanceId, previous.startedAtMs) }];
  // The flag first, since no tick looks for a run without it; and again, since one that finds no run takes it down.
  await setWalking(session, true, run.startedAtMs);
  await rows.saveMany('runs', [run, ...past]);
  await setWalking(session, true);
  return run;
}

export function isUnderWay({ state }: RunRow): boolean {
  return state === 'running' || state === 'paused' || state === 'held';
}

/** Asked before the walk begins, so that its progress has an end. */
async function totals({ wix, store }: SyncSession): Promise<Pick<RunRow, 'wixTotal' | 'storeTotal'>> {
  return { wixTotal: await wix.countReviews(), storeTotal: (await store.listReviews(null)).total };
}

async function copiesOf({ rows }: SyncSession, run: Pick<RunRow, 'kind' | 'undoes'>, most: number): Promise<Pick<RunRow, 'wixTotal' | 'storeTotal'>> {
  const copies = await rows.count('links', { ...copiesAmong(run), state: { not: 'gone' } });
  if (copies === 0) throw new SyncError('INPUT_INVALID', { field: 'startedAtMs', got: 'a run without copies', expected: 'a run whose copies still stand' });
  if (copies > most) throw new SyncError('INPUT_INVALID', { field: 'copies', got: `${copies} copies by now`, expected: `no more than the ${most} that were agreed to` });
  return { wixTotal: copies, storeTotal: 0 };
}

export function pauseRun(site: SiteSession): Promise<RunRow> {
  return setState(site, ['running'], 'paused');
}

export function resumeRun(site: SiteSession): Promise<RunRow> {
  return setState(site, ['paused'], 'running');
}

/** What the run has done stays; a rollback takes that back. 3 calls. */
export async function cancelRun(site: SiteSession): Promise<RunRow> {
  const run = await setState(site, ['running', 'paused', 'held'], 'cancelled');
  await site.rows.patch('connections', connectionRowId(site.instanceId), { set: { walking: false } });
  return run;
}

/** A person looked at a held run and lets it go on. 3 calls. */
export async function releaseRun(site: SiteSession): Promise<RunRow> {
  const run = await setState(site, ['held'], 'running', { released: true, code: null });
  if (run.state === 'running') await site.rows.patch('connections', connectionRowId(site.instanceId), { set: { walking: true } });
  return run;
}

async function setState(site: SiteSession, from: readonly RunRow['state'][], to: RunRow['state'], more: Partial<RunRow> = {}): Promise<RunRow> {
  const run = await currentRun(site);
  if (run === null) throw new SyncError('INPUT_INVALID', { field: 'action', got: 'no run', expected: `a run that is ${from.join(' or ')}` });
  if (!from.includes(run.state)) return run;
  const result = await site.rows.patch('runs', run._id, { set: { ...more, state: to, updatedAtMs: site.clock.nowMs() } });
  return result.kind === 'applied' ? result.row : run;
}

/** Takes the run for one tick, as `claim` does with links. `null`: another tick is at it, or it is paused. 1 call. */
export async function claimRun(site: SiteSession, run: RunRow): Promise<RunRow | null> {
  const nowMs = site.clock.nowMs();
  if (run.state !== 'running' || run.leaseUntilMs > nowMs) return null;
  const result = await site.rows.patch('runs', run._id, { set: { ...paidAhead(run, site), leaseUntilMs: nowMs + LEASE_MS / 2 }, increment: { turn: 1 } });
  return result.kind === 'applied' && result.row.turn === run.turn + 1 ? result.row : null;
}

/** Longer pauses than this are nobody at work: the dashboard was closed. */
const LONGEST_PAUSE_MS = 60_000;

/** The flag on the connection, which every entrance reads anyway, saves it the look for a run. 1 call. */
export async function setWalking({ rows, connection }: SyncSession, walking: boolean, sweptAtMs?: number): Promise<void> {
  await rows.patch('connections', connection._id, { set: { walking, ...(sweptAtMs === undefined ? {} : { sweptAtMs }) } });
}

/** How far a tick came. */
export type RunProgress = Pick<
  RunRow, 'state' | 'phase' | 'cursor' | 'wixDone' | 'storeDone' | 'pushDone' | 'pushTotal' | 'checkDone' | 'undone' | 'changed' | 'absent' | 'statement' | 'recentCalls'
>;

/** Writes a tick's progress, and what stopped it, and lets go of the run. A pause pressed meanwhile stays. 1 call. */
export async function recordProgress({ rows, clock }: SiteSession, run: RunRow, progress: RunProgress, code: SyncCode | null = null): Promise<RunRow> {
  const nowMs = clock.nowMs();
  const state = progress.phase === 'done' ? ('done' as const) : progress.state === 'held' ? progress.state : null;
  // Callers hand over whole rows; written back, those would undo a pause and take the turn of another tick.
  const { phase, cursor, wixDone, storeDone, pushDone, pushTotal, checkDone, undone, changed, absent, statement, recentCalls } = progress;
  const result = await rows.patch('runs', run._id, {
    set: {
      phase, cursor, wixDone, storeDone, pushDone, pushTotal, checkDone, undone, changed, absent, statement,
      ...(state === null ? {} : { state }), ...(recentCalls === undefined ? {} : { recentCalls }), code, leaseUntilMs: 0, updatedAtMs: nowMs,
    },
    increment: { workedMs: Math.min(Math.max(0, nowMs - run.updatedAtMs), LONGEST_PAUSE_MS) },
  });
  return result.kind === 'applied' ? result.row : run;
}
