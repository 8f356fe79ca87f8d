import { z } from 'zod';
import { dashboardHandler } from './dashboard-handler';
import { readQuery } from './read-json';
import { summariseSince } from './sync-summary';

const Query = z.strictObject({ version: z.string().max(200, 'a version this app answered with').optional() });

/** `GET sync/status` */
export const getStatus = dashboardHandler('GET', async ({ request, site }) => {
  const { version } = readQuery(request, Query);
  return summariseSince(site, version ?? null);
});
