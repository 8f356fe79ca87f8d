import { isMassChange } from '../../core/mass-change';
import { samePrints } from './prints';
import type { Prints } from '../../core/fingerprint';
import type { LinkRow, RunRow } from './tables';

/** What a page of a walk has to know about the run it belongs to. */
export interface Walk {
  readonly startedAtMs: number;
  /** The owner started it, so what was once rolled back may be copied again. */
  readonly reopens: boolean;
  /** Whether `changes` more on a page, with `seen` reviews looked at so far, are too many to follow without a person's word. */
  holds(changes: number, seen: number): boolean;
}

export function walkOf({ startedAtMs, kind, changed, released, phase, wixTotal, storeTotal }: Pick<RunRow, 'startedAtMs' | 'kind' | 'changed' | 'released' | 'phase' | 'wixTotal' | 'storeTotal'>): Walk {
  const total = (phase === 'wix' ? wixTotal : storeTotal) ?? 0;
  return {
    startedAtMs,
    reopens: kind === 'backfill',
    // Shops that do not tell how many they have are judged by what was seen of them.
    holds: (changes, seen) => !released && isMassChange(changed + changes, Math.max(total, seen)),
  };
}

/** A review that both sides agreed on and that is not as we last saw it: following it rewrites its copy. */
export function isRewrite({ base }: LinkRow, seenThen: Prints | null, now: Prints): boolean {
  return base !== null && !samePrints(seenThen, now);
}

export function isRolledBack(link: LinkRow, { reopens, startedAtMs }: Walk): boolean {
  return reopens && link.code === 'ROLLED_BACK' && link.lastAtMs < startedAtMs;
}
