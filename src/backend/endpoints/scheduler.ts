import type { SchedulerAnswer } from './api-types';
import { requireConnection } from '../sync/current-connection';
import { dashboardHandler } from './dashboard-handler';

/** `GET sync/scheduler`: the address an outside scheduler keeps this site in step with. Reconnecting makes a new one. */
export const getScheduler = dashboardHandler('GET', async ({ request, deps, site }): Promise<SchedulerAnswer> => {
  const { nonce } = await requireConnection(site);
  const token = await deps.signTickToken({ instanceId: site.instanceId, nonce });
  return { url: `${deps.appOrigin(request)}/api/tick/${token}` };
});
