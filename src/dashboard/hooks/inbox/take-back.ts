import type { QueryClient } from '@tanstack/react-query';
import { dashboard } from '@wix/dashboard';
import type { InboxFilter } from '../../../backend/endpoints/inbox/inbox-types';
import { asProblem } from '../../api/api-problem';
import { postUndo } from '../../api/inbox-client';
import { refreshInbox } from './refresh-inbox';

const MOST = 100;

/** Undoes the last verdict on each of these, a hundred at a time. */
export async function takeBack(client: QueryClient, filter: InboxFilter, ids: readonly string[]): Promise<void> {
  try {
    for (let from = 0; from < ids.length; from += MOST) await postUndo(ids.slice(from, from + MOST));
  } catch (error) {
    complain(error);
  }
  await refreshInbox(client, filter);
}

/** Said by the dashboard itself, since what failed may be off the page by now. */
export function complain(error: unknown): void {
  const { sentence, action } = asProblem(error);
  dashboard.showToast({ message: `${sentence} ${action}`, type: 'error' });
}
