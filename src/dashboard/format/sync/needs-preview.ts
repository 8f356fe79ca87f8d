import type { RunSummary } from '../../../backend/endpoints/api-types';
import { takesBack } from './run-words';

/**
 * Whether a walk may write more than anybody has seen: nothing was ever compared from end to end, or what a run had
 * copied was taken back and would be copied anew. After a walk that ended, another finds what came since.
 */
export function startNeedsPreview(run: RunSummary | null): boolean {
  if (run === null) return true;
  if (takesBack(run)) return true;
  return run.state === 'cancelled' || run.state === 'failed';
}

/** A check copies what it finds missing as well, but never again what was taken back. */
export function checkNeedsPreview(run: RunSummary | null): boolean {
  return run === null || (run.kind === 'backfill' && (run.state === 'cancelled' || run.state === 'failed'));
}
