import type { ConnectionSummary } from './api-types';
import { requireConnection } from '../sync/current-connection';
import { dashboardHandler } from './dashboard-handler';
import { openProbed } from './open-probed';
import { summariseConnection } from './sync-summary';

/** `POST sync/probe`: asks a store that is left alone whether it is back, without waiting for the time of the next probe. */
export const postProbe = dashboardHandler('POST', async (call): Promise<{ readonly connection: ConnectionSummary }> => {
  await openProbed(call);
  return { connection: summariseConnection(await requireConnection(call.site)) };
});
