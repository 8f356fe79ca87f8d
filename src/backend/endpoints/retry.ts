import { requireConnection } from '../sync/current-connection';
import { dashboardHandler } from './dashboard-handler';
import { ListedId, listedLink } from './listed-link';
import { noteBacklog } from '../sync/note-backlog';
import type { RetryAnswer } from './api-types';
import { readJson } from './read-json';

/** `POST sync/retry`: one review is due again at once; the next tick looks at it. At most 4 calls. */
export const postRetry = dashboardHandler('POST', async ({ request, site }): Promise<RetryAnswer> => {
  const named = await readJson(request, ListedId);
  const connection = await requireConnection(site);
  const link = await listedLink(site, named);
  const dueAtMs = site.clock.nowMs();
  await site.rows.patch('links', link._id, { set: { dueAtMs } });
  await noteBacklog({ rows: site.rows, connection }, dueAtMs);
  return { dueAtMs };
});
