import type { Verdict } from '../../../backend/endpoints/inbox/inbox-types';

/** The reasons that a key, or a button for several, gives; every other one is a click away. */
export const RESOLVE: Verdict = { kind: 'resolve', reason: 'No reply needed' };
export const RESOLVE_TOGETHER: Verdict = { kind: 'resolve', reason: 'Handled together' };

const UNTIL = { tomorrow: 'snoozed until tomorrow', 'three-days': 'snoozed for three days', edited: 'snoozed until edited' } as const;

/** As in "2 reviews … ." */
export function toldOf(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'resolve':
      return 'resolved';
    case 'dismiss':
      return 'marked as not actionable';
    case 'reopen':
      return 'opened again';
    case 'snooze':
      return UNTIL[verdict.until];
  }
}

/** What a verdict will do, before it is done. `which`: "3 reviews". */
export function effectOf(verdict: Verdict, which: string): string {
  switch (verdict.kind) {
    case 'resolve':
      return `${which} will be resolved without a reply. Customers see nothing of it, and it can be undone.`;
    case 'dismiss':
      return `${which} will be marked as not actionable. It can be undone.`;
    case 'snooze':
      return `${which} will come back tomorrow. It can be undone.`;
    case 'reopen':
      return `${which} will be open again. It can be undone.`;
  }
}
