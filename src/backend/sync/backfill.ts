import { isSyncError } from '../../core/sync-error';
import { drain } from './drain';
import { countToPush, pushToStore } from './push-to-store';
import { claimRun, currentRun, recordProgress, setWalking, type RunProgress } from './run';
import type { SyncSession } from './session';
import type { RunRow } from './tables';
import { walkStore } from './walk-store';
import { walkWix } from './walk-wix';

/**
 * What one step did. `stay`: the same page again in the next tick, because calls or somebody's lease ran out; all a
 * step does can be done again.
 */
export type Step = { readonly kind: 'next'; readonly cursor: string; readonly done: number } | { readonly kind: 'end'; readonly done: number } | { readonly kind: 'stay'; readonly done: number };

/** Calls kept for writing the progress down. */
const RECORD_CALLS = 1;

/**
 * Carries the site's run on until this invocation's calls are spent. Three phases, each in pages of 100: `wix` gives
 * every Wix review its row, `store` matches every store review with one or creates it on Wix, `push` creates in the
 * store what only Wix had. `null` when there is nothing to run. `catchUp` does what is due between pages. Throws when a shop does not answer; the run stays.
 */
export async function tickBackfill(session: SyncSession, catchUp: (session: SyncSession, reserve: number) => Promise<unknown> = drain): Promise<RunRow | null> {
  if (!session.budget.has(8)) return null;
  const run = await takeUp(session);
  if (run === null) return null;
  let progress: RunProgress = run;
  try {
    // A page may need every call there is, and what is due must not wait for the whole walk: they take turns.
    if (run.turn % 2 === 0) await catchUp(session, RECORD_CALLS);
    for (let going = true; going; ) {
      const { phase } = progress;
      if (phase === 'push' && progress.pushTotal === null && session.budget.has(1 + RECORD_CALLS)) progress = { ...progress, pushTotal: await countToPush(session) };
      if (phase === 'done' || !session.budget.has(stepCalls(phase) + RECORD_CALLS)) break;
      const step = await takeStep(session, progress, run.startedAtMs);
      progress = advance(progress, step);
      going = step.kind !== 'stay';
    }
  } catch (error) {
    return await stumble(session, run, progress, error);
  }
  if (!session.budget.has(RECORD_CALLS)) return run;
  const recorded = await recordProgress(session, run, progress);
  // Only once the end is on record: the other way round, a crash in between would leave a run that nobody looks for.
  if (recorded.state === 'done' && session.budget.has(1)) await stopWalking(session);
  return recorded;
}

/** A walk that was begun between the two records would be one that nobody looks for. */
async function stopWalking(session: SyncSession): Promise<void> {
  await setWalking(session, false);
  if (!session.budget.has(2)) return;
  const run = await currentRun(session);
  if (run?.state === 'running') await setWalking(session, true);
}

/** The site's run when this tick is to carry it on. No call on a site that is not walking. */
async function takeUp(session: SyncSession): Promise<RunRow | null> {
  if (!session.connection.walking) return null;
  const run = await currentRun(session);
  if (run?.state === 'running' || run?.state === 'paused') return claimRun(session, run);
  await setWalking(session, false);
  return null;
}

/** What a page takes when nothing on it is new; steps that find more to do stop by themselves. */
function stepCalls(phase: 'wix' | 'store' | 'push'): number {
  switch (phase) {
    case 'wix':
      return 5;
    case 'store':
      return 3;
    case 'push':
      return 11;
  }
}

function takeStep(session: SyncSession, { phase, cursor }: RunProgress, startedAtMs: number): Promise<Step> {
  switch (phase) {
    case 'wix':
      return walkWix(session, cursor, startedAtMs);
    case 'store':
      return walkStore(session, cursor, startedAtMs, RECORD_CALLS);
    case 'push':
      return pushToStore(session, RECORD_CALLS);
    case 'done':
      return Promise.resolve({ kind: 'end', done: 0 });
  }
}

function advance(progress: RunProgress, step: Step): RunProgress {
  const cursor = step.kind === 'next' ? step.cursor : step.kind === 'end' ? null : progress.cursor;
  const ended = step.kind === 'end';
  switch (progress.phase) {
    case 'wix':
      return { ...progress, cursor, wixDone: progress.wixDone + step.done, phase: ended ? 'store' : 'wix' };
    case 'store':
      return { ...progress, cursor, storeDone: progress.storeDone + step.done, phase: ended ? 'push' : 'store' };
    case 'push':
      return { ...progress, cursor: null, pushDone: progress.pushDone + step.done, phase: ended ? 'done' : 'push' };
    case 'done':
      return progress;
  }
}

/** Keeps what was done before the error and lets go of the run, so that the next tick can try at once. */
async function stumble(session: SyncSession, run: RunRow, progress: RunProgress, error: unknown): Promise<RunRow> {
  if (!isSyncError(error)) throw error;
  // Steps ask before they spend, so a spent budget only means that a page found more to do than there was room for.
  if (!session.budget.has(RECORD_CALLS)) return run;
  const spent = error.code === 'BUDGET_SPENT';
  const recorded = await recordProgress(session, run, progress, spent ? null : error.code);
  if (spent) return recorded;
  throw error;
}
