import { z } from 'zod';
import { connectionRowId } from '../../core/link-id';
import { SyncError } from '../../core/sync-error';
import { requireConnection } from './current-connection';
import { dashboardHandler } from './dashboard-handler';
import type { RetryAnswer } from './api-types';
import { readJson } from './read-json';

const Body = z.strictObject({ id: z.string().min(1, 'the id of a review in the list').max(64, 'the id of a review in the list') });

/** `POST sync/retry`: one review is due again at once; the next tick looks at it. 4 calls. */
export const postRetry = dashboardHandler('POST', async ({ request, site }): Promise<RetryAnswer> => {
  const { id } = await readJson(request, Body);
  await requireConnection(site);
  const link = await site.rows.get('links', id);
  if (link === null) throw new SyncError('INPUT_INVALID', { field: 'id', got: 'no review we know', expected: 'the id of a review in the list' });
  const dueAtMs = site.clock.nowMs();
  await site.rows.patch('links', link._id, { set: { dueAtMs } });
  await site.rows.patch('connections', connectionRowId(site.instanceId), { set: { backlogDueAtMs: dueAtMs } });
  return { dueAtMs };
});
