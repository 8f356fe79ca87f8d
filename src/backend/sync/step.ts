import type { RunProgress } from './run';
import { phaseAfter } from './run-phases';
import type { RunKind, Statement } from './tables';

/** What a page counted beside how many rows it dealt with. */
interface Counted {
  readonly done: number;
  readonly changed?: number;
  readonly absent?: number;
  readonly statement?: Statement;
}

/**
 * What one step did. `stay`: the same page again in the next tick, because calls or somebody's lease ran out; all a
 * step does can be done again. `held`: nothing, since the page would change too much without a person's word.
 */
export type Step = ({ readonly kind: 'next'; readonly cursor: string } & Counted) | ({ readonly kind: 'end' | 'stay' } & Counted) | { readonly kind: 'held' };

/** A page that was dealt with: the next one, or the phase's end. */
export function paged(next: string | null, counted: Counted): Step {
  return next === null ? { kind: 'end', ...counted } : { kind: 'next', cursor: next, ...counted };
}

/** Where the run stands after a step. */
export function advance(kind: RunKind, progress: RunProgress, step: Step): RunProgress {
  if (step.kind === 'held') return { ...progress, state: 'held' };
  const cursor = step.kind === 'next' ? step.cursor : step.kind === 'end' ? null : progress.cursor;
  const phase = step.kind === 'end' ? phaseAfter(kind, progress.phase) : progress.phase;
  const next = { ...progress, cursor, phase, changed: progress.changed + (step.changed ?? 0), absent: progress.absent + (step.absent ?? 0), statement: step.statement ?? progress.statement };
  switch (progress.phase) {
    case 'wix':
      return { ...next, wixDone: progress.wixDone + step.done };
    case 'store':
      return { ...next, storeDone: progress.storeDone + step.done };
    case 'push':
      return { ...next, cursor: null, pushDone: progress.pushDone + step.done };
    case 'verify':
      return { ...next, checkDone: progress.checkDone + step.done };
    case 'inbox':
      return next;
    case 'undo':
      return { ...next, cursor: null, undone: progress.undone + step.done };
    case 'absent':
    case 'sum':
    case 'done':
      return { ...next, cursor: null };
  }
}
