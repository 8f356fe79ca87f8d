import { dashboardHandler } from '../dashboard-handler';
import { readQuery } from '../read-json';
import { FilterQuery, filterOf, inboxQuery } from './inbox-query';
import type { InboxCount } from './inbox-types';

/** `GET inbox/count`: how many items a filter leaves, which is what deciding about all of them will do. 1 call. */
export const getCount = dashboardHandler('GET', async ({ request, site }): Promise<InboxCount> => {
  const filter = filterOf(readQuery(request, FilterQuery.omit({ cursor: true, version: true, q: true })));
  return { count: await site.rows.count('attention', inboxQuery(filter, site.clock.nowMs()).where) };
});
