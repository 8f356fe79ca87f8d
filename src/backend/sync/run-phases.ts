import type { RunKind, RunPhase } from './tables';

/**
 * What each kind of run goes through. A backfill is what a person starts; a sweep does the same, then reads every pair by
 * its ids, which is how a deletion nobody told of is found; a rollback takes back what a run has made,
 * a removal what the app has ever made.
 */
const PHASES: Readonly<Record<RunKind, readonly RunPhase[]>> = {
  backfill: ['wix', 'store', 'push', 'done'],
  sweep: ['wix', 'store', 'push', 'verify', 'absent', 'inbox', 'sum', 'done'],
  rollback: ['undo', 'done'],
  removal: ['undo', 'done'],
};

export function firstPhase(kind: RunKind): RunPhase {
  return PHASES[kind][0] ?? 'done';
}

/** Whether a run removes copies instead of making them. */
export function takesBack(kind: RunKind): boolean {
  return firstPhase(kind) === 'undo';
}

export function phaseAfter(kind: RunKind, phase: RunPhase): RunPhase {
  const phases = PHASES[kind];
  return phases[phases.indexOf(phase) + 1] ?? 'done';
}

/** What a page takes when nothing on it is new; steps that find more to do stop by themselves. */
export function stepCalls(phase: Exclude<RunPhase, 'done'>): number {
  switch (phase) {
    case 'wix':
      return 5;
    case 'store':
      return 3;
    case 'push':
      return 11;
    case 'verify':
      return 7;
    case 'absent':
      return 2;
    case 'inbox':
      return 3;
    case 'sum':
      return 5;
    case 'undo':
      return 6;
  }
}
