import { z } from 'zod';
import { SyncError } from '../../core/sync-error';
import { requireConnection } from '../sync/current-connection';
import { dashboardHandler } from './dashboard-handler';
import { readJson } from './read-json';
import { summariseConnection } from './sync-summary';

const Body = z.strictObject({ paused: z.boolean('true or false') });

/** `POST sync/pause`: stops every write on both sides but a person's erasure, and lets them go on. */
export const postPause = dashboardHandler('POST', async ({ request, site }) => {
  const { paused } = await readJson(request, Body);
  const { _id } = await requireConnection(site);
  const result = await site.rows.patch('connections', _id, { set: { paused } });
  if (result.kind === 'missing') throw new SyncError('NOT_CONNECTED');
  return { connection: summariseConnection(result.row) };
});
