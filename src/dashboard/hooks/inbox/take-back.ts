import type { QueryClient } from '@tanstack/react-query';
import { dashboard } from '@wix/dashboard';
import type { InboxFilter } from '../../../backend/endpoints/inbox/inbox-types';
import { asProblem } from '../../api/api-problem';
import { postUndo } from '../../api/inbox-client';
import { counted } from '../../format/format-count';
import { refreshInbox } from './refresh-inbox';
import type { Undoable } from './use-undo';

const MOST = 100;

/**
 * Undoes the last verdict on each of these, a hundred at a time. What was taken back stays so when a later hundred fails;
 * the rest can be gone on with from where that is said, for as long as it takes.
 */
export async function takeBack(client: QueryClient, filter: InboxFilter, ids: readonly string[], tell: (last: Undoable) => void): Promise<void> {
  let from = 0;
  try {
    for (; from < ids.length; from += MOST) await postUndo(ids.slice(from, from + MOST));
  } catch (error) {
    const rest = ids.slice(from);
    tell({
      message: `${counted(from, 'review was', 'reviews were')} taken back, ${counted(rest.length, 'was', 'were')} not. ${asProblem(error).sentence}`,
      undo: () => takeBack(client, filter, rest, tell), label: 'Go on', stays: true,
    });
  }
  await refreshInbox(client, filter);
}

/** Said by the dashboard itself, since what failed may be off the page by now. */
export function complain(error: unknown): void {
  const { sentence, action } = asProblem(error);
  dashboard.showToast({ message: `${sentence} ${action}`, type: 'error' });
}
