import { runRowId } from '../../core/link-id';
import { firstPhase } from './run-phases';
import type { SiteSession } from './session';
import type { RunKind, RunRow } from './tables';

/**
 * A run that has not done anything. `turn` goes on from the run before, so that its late ticks own nothing, and so does the
 * memory of what this minute's ticks took.
 */
export function newRun({ instanceId, clock }: Pick<SiteSession, 'instanceId' | 'clock'>, kind: RunKind, undoes: number | null, previous: Pick<RunRow, 'turn' | 'recentCalls'> | null): RunRow {
  const nowMs = clock.nowMs();
  return {
    _id: runRowId(instanceId), instanceId, kind, state: 'running', phase: firstPhase(kind), cursor: null, turn: previous?.turn ?? 0, leaseUntilMs: 0, undoes, released: false,
    wixTotal: null, storeTotal: null, pushTotal: null,
    wixDone: 0, storeDone: 0, pushDone: 0, checkDone: 0, undone: 0, changed: 0, absent: 0,
    statement: null, workedMs: 0, code: null, startedAtMs: nowMs, updatedAtMs: nowMs, recentCalls: previous?.recentCalls ?? [],
  };
}
