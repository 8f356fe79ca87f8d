import type { RunSummary } from '../../../backend/endpoints/api-types';
import { counted } from '../format-count';

export interface HeldWords {
  /** What the run found. */
  readonly found: string;
  /** What that probably is, and what going on would do. */
  readonly meaning: string;
  readonly goOn: string;
  /** What is asked once more before reviews are deleted; `null` when none would be. */
  readonly confirm: string | null;
}

/** A run stops by itself before it would delete or rewrite a large part of the reviews. */
export function heldWords({ phase, changed, absent }: Pick<RunSummary, 'phase' | 'changed' | 'absent'>): HeldWords {
  if (phase === 'absent' || (absent > 0 && changed === 0)) {
    return {
      found: `${counted(absent, 'pair has', 'pairs have')} a review in one shop only: the other one is gone.`,
      meaning: 'If you deleted them, go on. If a shop was restored from a backup or lost data, cancel and look there first.',
      goOn: `Delete ${counted(absent, 'copy', 'copies')} too`,
      confirm: `Every one of the ${counted(absent, 'review is', 'reviews are')} looked for once more. Those that are really gone in one shop are deleted in the other: removed on Wix, moved to the bin in the store. Deleting cannot be rolled back.`,
    };
  }
  return {
    found: `${counted(changed, 'review is', 'reviews are')} not as they were at the last look.`,
    meaning: 'If somebody edited them in bulk, go on: the other shop’s copies are rewritten to match. If a shop was restored or translated by mistake, cancel and put that right first.',
    goOn: `Carry ${counted(changed, 'change', 'changes')} across`,
    confirm: null,
  };
}
