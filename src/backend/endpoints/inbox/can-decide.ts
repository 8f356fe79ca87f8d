import type { AttentionRow } from '../../sync/attention-row';
import { isDecided } from './apply-verdict';
import type { Verdict } from './inbox-types';
import { itemRevision } from './item-revision';

/** Whether an item still is what its owner saw, or was decided just so already: an answer that was lost is asked for again. */
export function canDecide(row: AttentionRow, seen: string | undefined, verdict: Verdict, nowMs: number): boolean {
  return itemRevision(row) === seen || isDecided(row, verdict, nowMs);
}
