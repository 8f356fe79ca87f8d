import { attentionRank } from '../../../core/attention-rank';
import { closed, type AttentionRow, type BeforeVerdict } from '../../sync/attention-row';
import type { PatchOptions } from '../../sync/rows';
import type { SiteSession } from '../../sync/session';
import type { Verdict } from './inbox-types';

const DAY_MS = 86_400_000;
/** Further away than any moment, and still a number that an index can hold. */
export const UNTIL_EDITED_MS = 8.64e15;

const SNOOZE_MS = { tomorrow: DAY_MS, 'three-days': 3 * DAY_MS } as const;

/** Decides about these (≤ 100) rows, each so that it can be taken back. An owner who has decided needs no alert any more. 1 call. */
export async function applyVerdict({ rows, clock }: SiteSession, items: readonly AttentionRow[], verdict: Verdict): Promise<void> {
  if (items.length === 0) return;
  const nowMs = clock.nowMs();
  await rows.patchMany('attention', items.map((row) => ({
    id: row._id, set: { ...decided(row, verdict, nowMs), undo: wayBack(row, verdict, nowMs), untold: {}, dueAtMs: null }, increment: { turn: 1 },
  })));
}

/** A verdict that comes twice, since its first answer was lost, changes nothing: the way back stays the one to before the first. */
function wayBack(row: AttentionRow, verdict: Verdict, nowMs: number): BeforeVerdict {
  return isDecided(row, verdict, nowMs) && row.undo !== null ? row.undo : beforeVerdict(row);
}

/** Whether an item is where the verdict puts it. */
export function isDecided(row: AttentionRow, verdict: Verdict, nowMs: number): boolean {
  const { state, reason } = decided(row, verdict, nowMs);
  return row.state === state && row.reason === reason && (state !== 'snoozed' || row.wakeAtMs > nowMs);
}

export function beforeVerdict({ state, reason, openRank, wakeAtMs, changedAtMs, answerMs }: AttentionRow): BeforeVerdict {
  return { state, reason, openRank, wakeAtMs, changedAtMs, answerMs };
}

function decided(row: AttentionRow, verdict: Verdict, nowMs: number): PatchOptions<AttentionRow>['set'] {
  switch (verdict.kind) {
    case 'resolve':
      return closed(row, 'resolved', verdict.reason, nowMs);
    case 'dismiss':
      return closed(row, 'dismissed', null, nowMs);
    case 'reopen':
      return { state: 'open', reason: 'reopened', openRank: attentionRank(row.rating, row.raisedAtMs), wakeAtMs: 0, changedAtMs: nowMs, answerMs: null };
    case 'snooze':
      return {
        state: 'snoozed', reason: verdict.until, openRank: attentionRank(row.rating, row.raisedAtMs), changedAtMs: nowMs,
        wakeAtMs: verdict.until === 'edited' ? UNTIL_EDITED_MS : nowMs + SNOOZE_MS[verdict.until],
      };
  }
}
