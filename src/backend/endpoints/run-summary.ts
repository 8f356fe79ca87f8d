import type { RunRow } from '../sync/tables';
import type { RunSummary } from './api-types';
import { explain } from './explain';

/** Below this a rate says more about the first page than about the run. */
const MIN_WORKED_MS = 1_000;
const MINUTE_MS = 60_000;

/** A run in the numbers a person follows it by. */
export function summariseRun(run: RunRow): RunSummary {
  const done = run.wixDone + run.storeDone + run.pushDone + run.checkDone + run.undone;
  const total = totalOf(run, done);
  const perMs = run.workedMs >= MIN_WORKED_MS && done > 0 ? done / run.workedMs : null;
  return {
    kind: run.kind,
    changed: run.changed,
    absent: run.absent,
    statement: run.statement,
    undoes: run.undoes,
    state: run.state,
    phase: run.phase,
    done,
    total,
    ratePerMinute: perMs === null ? null : Math.round(perMs * MINUTE_MS),
    timeLeftMs: timeLeftMs(run, done, total, perMs),
    startedAtMs: run.startedAtMs,
    updatedAtMs: run.updatedAtMs,
    trouble: run.code === null ? null : explain(run.code),
  };
}

/** Shops count before the walk begins; a review written since must not make more than all of it done. */
function totalOf({ kind, state, wixTotal, storeTotal, pushTotal }: RunRow, done: number): number | null {
  if (state === 'done') return done;
  if (wixTotal === null || storeTotal === null) return null;
  // A sweep reads the pairs once more; there cannot be more of them than of reviews on either side.
  const pairs = kind === 'sweep' ? Math.min(wixTotal, storeTotal) : 0;
  return Math.max(done, wixTotal + storeTotal + (pushTotal ?? 0) + pairs);
}

function timeLeftMs({ state }: RunRow, done: number, total: number | null, perMs: number | null): number | null {
  if (state === 'done') return 0;
  return total === null || perMs === null ? null : Math.round((total - done) / perMs);
}
