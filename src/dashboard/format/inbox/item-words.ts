import type { InboxItem } from '../../../backend/endpoints/inbox/inbox-types';
import { formatDuration } from '../format-duration';

const HOUR_MS = 3_600_000;

/** How long an item has waited, and whether that is too long. */
export function ageOf({ raisedAtMs }: Pick<InboxItem, 'raisedAtMs'>, overdueHours: number, nowMs: number): { readonly text: string; readonly overdue: boolean } {
  const waitedMs = Math.max(0, nowMs - raisedAtMs);
  return { text: waitedMs < 60_000 ? 'just now' : formatDuration(waitedMs), overdue: waitedMs >= overdueHours * HOUR_MS };
}

const STATES: Readonly<Record<InboxItem['state'], string>> = {
  open: 'Open', snoozed: 'Snoozed', answered: 'Answered', resolved: 'Resolved', dismissed: 'Not actionable', improved: 'Improved by its author', gone: 'Deleted',
};

export function stateWord({ state }: Pick<InboxItem, 'state'>): string {
  return STATES[state];
}

/** Why an item is where it is, when there is something to say beyond its state. */
export function note({ state, reason, wakeAtMs, answerMs, isBack }: InboxItem, formatMoment: (atMs: number) => string): string | null {
  switch (state) {
    case 'open':
      if (reason !== 'edited') return null;
      return isBack ? 'The customer changed this review, so it is back.' : 'The customer changed this review; it was not here before.';
    case 'snoozed':
      return reason === 'edited' ? 'Comes back when the customer edits it.' : `Comes back ${formatMoment(wakeAtMs)}.`;
    case 'answered':
      return answerMs === null ? 'Answered.' : `Answered after ${formatDuration(answerMs)}.`;
    case 'resolved':
      return reason === null ? 'Resolved without a reply.' : `Resolved without a reply: ${reason}.`;
    case 'dismissed':
      return 'Marked as not actionable.';
    case 'improved':
      return 'Closed by itself: the customer raised the rating.';
    case 'gone':
      return 'Closed by itself: the review was deleted.';
  }
}

export function sideWord(side: InboxItem['side']): string {
  return side === 'wix' ? 'Wix site' : 'Store';
}
