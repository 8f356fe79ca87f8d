import { isMassChange } from '../../core/mass-change';
import { samePrints } from './prints';
import type { Prints } from '../../core/fingerprint';
import type { LinkRow, RunRow } from './tables';

/** What a page of a walk has to know about the run it belongs to. */
export interface Walk {
  readonly startedAtMs: number;
  /** The owner started it, so what was once rolled back may be copied again. */
  readonly reopens: boolean;
  /** A later phase creates in the store what only Wix has; otherwise such a review is due at once. */
  readonly pushes: boolean;
  /** Whether what a page shows is too much to follow without a closer look. */
  holds(page: PageNews): boolean;
}

/** How many of the `seen` reviews of a page changed since our last look, and how many we never looked at. */
export interface PageNews {
  readonly changes: number;
  readonly unknown: number;
  readonly seen: number;
}

/** What became of a page: see `Step`. */
export type MetPage = { readonly kind: 'held' } | { readonly kind: 'stay'; readonly done: 0 } | { readonly kind: 'met'; readonly changed: number };

export function walkOf({ startedAtMs, kind, changed, released, phase, wixTotal, storeTotal }: Pick<RunRow, 'startedAtMs' | 'kind' | 'changed' | 'released' | 'phase' | 'wixTotal' | 'storeTotal'>): Walk {
  const total = (phase === 'wix' ? wixTotal : storeTotal) ?? 0;
  return {
    startedAtMs,
    reopens: kind === 'backfill',
    pushes: true,
    // Shops that do not tell how many they have are judged by what was seen of them.
    holds: ({ changes, seen }) => !released && isMassChange(changed + changes, Math.max(total, seen)),
  };
}

/** A review that both sides agreed on and that is not as we last saw it: following it rewrites its copy. */
export function isRewrite({ base }: LinkRow, seenThen: Prints | null, now: Prints): boolean {
  return base !== null && !samePrints(seenThen, now);
}

export function isRolledBack(link: LinkRow, { reopens, startedAtMs }: Walk): boolean {
  return reopens && link.code === 'ROLLED_BACK' && link.lastAtMs < startedAtMs;
}
