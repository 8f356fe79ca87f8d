import { dashboardHandler } from '../dashboard-handler';
import { readQuery } from '../read-json';
import { FilterQuery, filterOf, inboxQuery } from './inbox-query';
import type { InboxCounts, InboxView } from './inbox-types';

/** `GET inbox/count`: how many items a filter leaves in each view, which is also what deciding about all of them will do. 3 calls. */
export const getCount = dashboardHandler('GET', async ({ request, site }): Promise<InboxCounts> => {
  const filter = filterOf(readQuery(request, FilterQuery.omit({ view: true, cursor: true, version: true, q: true })));
  const count = (view: InboxView): Promise<number> => site.rows.count('attention', inboxQuery({ ...filter, view }, site.clock.nowMs()).where);
  const [open, snoozed, done] = await Promise.all([count('open'), count('snoozed'), count('done')]);
  return { open, snoozed, done };
});
