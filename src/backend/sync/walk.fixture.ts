import type { RunRow } from './tables';
import { walkOf, type Walk } from './walk';

/** A walk that began then, and holds nothing back unless told to. */
export function walkFrom(startedAtMs: number, run: Partial<RunRow> = {}): Walk {
  return walkOf({ startedAtMs, kind: 'backfill', changed: 0, released: false, phase: 'wix', wixTotal: null, storeTotal: null, ...run });
}
