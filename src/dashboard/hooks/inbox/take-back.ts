import type { QueryClient } from '@tanstack/react-query';
import type { InboxFilter } from '../../../backend/endpoints/inbox/inbox-types';
import { asProblem } from '../../api/api-problem';
import { postUndo } from '../../api/inbox-client';
import { counted, formatCount } from '../../format/format-count';
import { refreshInbox } from './refresh-inbox';
import type { Undoable } from './use-undo';

const MOST = 100;

/**
 * Undoes the last verdict on each of these, a hundred at a time, and says how far it is. What was taken back stays so when
 * a later hundred fails; the rest can be gone on with from where that is said, for as long as it takes.
 */
export async function takeBack(client: QueryClient, filter: InboxFilter, ids: readonly string[], tell: (last: Undoable) => void): Promise<void> {
  let [from, done, moot] = [0, 0, 0];
  try {
    for (; from < ids.length; from += MOST) {
      if (ids.length > MOST) tell({ message: `Taking back ${formatCount(from)} of ${formatCount(ids.length)}…`, undo: null, stays: true });
      const answer = await postUndo(ids.slice(from, from + MOST));
      done += answer.done.length;
      moot += answer.failed.length;
    }
    tell({ message: `${takenBack(done)}.${moot === 0 ? '' : ` ${counted(moot, 'has', 'have')} changed since and ${moot === 1 ? 'stays' : 'stay'}.`}`, undo: null });
  } catch (error) {
    const rest = ids.slice(from);
    tell({
      message: `${takenBack(done)}, ${counted(rest.length, 'was', 'were')} not. ${asProblem(error).sentence}`,
      undo: () => takeBack(client, filter, rest, tell), label: 'Go on', stays: true,
    });
  }
  await refreshInbox(client, filter);
}

function takenBack(count: number): string {
  return `${counted(count, 'review was', 'reviews were')} taken back`;
}
