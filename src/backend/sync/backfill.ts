import { isSyncError } from '../../core/sync-error';
import { closeAlone } from './close-alone';
import { drain } from './drain';
import { followAbsent } from './follow-absent';
import { countToPush, pushToStore } from './push-to-store';
import { claimRun, currentRun, recordProgress, setWalking, type RunProgress } from './run';
import { isStoreShut } from './is-store-shut';
import type { SyncSession } from './session';
import type { RunRow } from './tables';
import { stepCalls } from './run-phases';
import { advance, type Step } from './step';
import { sumUp } from './sum-up';
import { undoCopies } from './undo-copies';
import { verifyPairs } from './verify-pairs';
import { callsAfter, settledCalls, untilTickMs, type WalkShare } from './walk-share';
import { walkOf } from './walk';
import { walkStore } from './walk-store';
import { walkWix } from './walk-wix';

/** Calls kept for writing the progress down. */
const RECORD_CALLS = 1;

/**
 * Carries the site's run on until this invocation's calls are spent, in phases and pages of 100: `wix` gives
 * every Wix review its row, `store` matches every store review with one or creates it on Wix, `push` creates in the
 * store what only Wix had. `catchUp` does what is due between pages. What sweeps and rollbacks do instead or besides is in `run-phases.ts`. `null` when there is nothing to run. Throws when a shop does not answer; the run stays.
 *
 * `share`: how much of a minute its ticks may take; a run that has had it is answered as it stands. Without, nothing is held back.
 */
export async function tickBackfill(opened: SyncSession, { catchUp = drain, share = null }: TickOptions = {}): Promise<RunRow | null> {
  if (!opened.budget.has(8)) return null;
  const found = await lookFor(opened);
  if (found === null || mustWait(opened, found, share)) return found;
  const run = await claimRun(opened, found);
  return run === null ? null : carryOn(opened, run, catchUp);
}

async function carryOn(opened: SyncSession, run: RunRow, catchUp: CatchUp): Promise<RunRow> {
  const session: SyncSession = { ...opened, runAtMs: run.startedAtMs };
  let progress: RunProgress = run;
  try {
    // A page may need every call there is, and what is due must not wait for the whole walk: they take turns.
    if (run.turn % 2 === 0) await session.budget.keeping(RECORD_CALLS, () => catchUp(session));
    for (let going = true; going; ) {
      const { phase } = progress;
      if (phase === 'push' && progress.pushTotal === null && session.budget.has(1 + RECORD_CALLS)) progress = { ...progress, pushTotal: await countToPush(session) };
      if (phase === 'done' || !session.budget.has(stepCalls(phase) + RECORD_CALLS)) break;
      const step = await takeStep(session, run, progress);
      progress = advance(run.kind, progress, step);
      going = step.kind === 'next' || step.kind === 'end';
    }
  } catch (error) {
    return await stumble(session, run, progress, error);
  }
  if (!session.budget.has(RECORD_CALLS)) return run;
  const recorded = await recordProgress(session, run, { ...progress, ...settledCalls(run, session) }, progress.state === 'held' ? 'MASS_CHANGE' : null);
  // Only once the end is on record: the other way round, a crash in between would leave a run that nobody looks for.
  if ((recorded.state === 'done' || recorded.state === 'held') && session.budget.has(1)) await stopWalking(session);
  return recorded;
}

type CatchUp = (session: SyncSession) => Promise<unknown>;

interface TickOptions {
  readonly catchUp?: CatchUp;
  readonly share?: WalkShare | null;
}

function mustWait({ clock }: SyncSession, run: RunRow, share: WalkShare | null): boolean {
  return share !== null && run.state === 'running' && untilTickMs(run, clock.nowMs(), share) > 0;
}

/** A walk that was begun between the two records would be one that nobody looks for. */
async function stopWalking(session: SyncSession): Promise<void> {
  await setWalking(session, false);
  if (!session.budget.has(2)) return;
  const run = await currentRun(session);
  if (run?.state === 'running') await setWalking(session, true);
}

/** The site's run when a tick may carry it on. No call on a site that is not walking. */
async function lookFor(session: SyncSession): Promise<RunRow | null> {
  if (!session.connection.walking) return null;
  const run = await currentRun(session);
  // A walk over Wix needs no store; all else would find at every tick again that it is down.
  if (run?.state === 'running' && run.phase !== 'wix' && isStoreShut(session)) return null;
  if (run?.state === 'running' || run?.state === 'paused') return run;
  await setWalking(session, false);
  return null;
}

async function takeStep(session: SyncSession, run: RunRow, progress: RunProgress): Promise<Step> {
  const { phase, cursor } = progress;
  const current: RunRow = { ...run, ...progress };
  switch (phase) {
    case 'wix':
      return walkWix(session, cursor, walkOf(current));
    case 'store':
      return walkStore(session, cursor, walkOf(current), RECORD_CALLS);
    case 'push':
      return pushToStore(session, RECORD_CALLS);
    case 'verify':
      return verifyPairs(session, cursor, run.startedAtMs);
    case 'absent':
      return followAbsent(session, current);
    case 'inbox':
      return closeAlone(session, cursor);
    case 'sum':
      return sumUp(session, progress.checkDone);
    case 'undo':
      return undoCopies(session, run, RECORD_CALLS);
    case 'done':
      return { kind: 'end', done: 0 };
  }
}

/** Keeps what was done before the error and lets go of the run, so that the next tick can try at once. */
async function stumble(session: SyncSession, run: RunRow, progress: RunProgress, error: unknown): Promise<RunRow> {
  if (!isSyncError(error)) throw error;
  // Steps ask before they spend, so a spent budget only means that a page found more to do than there was room for.
  if (!session.budget.has(RECORD_CALLS)) return run;
  const spent = error.code === 'BUDGET_SPENT';
  const recorded = await recordProgress(session, run, { ...progress, ...callsAfter(error, run, session) }, spent ? null : error.code);
  // The run waits for its store and goes on by itself.
  if (spent || error.code === 'STORE_DOWN') return recorded;
  throw error;
}
