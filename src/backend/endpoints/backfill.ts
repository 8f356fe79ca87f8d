import { z } from 'zod';
import type { RunAnswer } from './api-types';
import { dashboardHandler, type DashboardCall } from './dashboard-handler';
import { openProbed } from './open-probed';
import { readJson } from './read-json';
import { summariseRun } from './run-summary';
import type { RunRow } from '../sync/tables';

const Body = z.strictObject({ action: z.enum(['start', 'sweep', 'pause', 'resume', 'cancel', 'release']) });

/** `POST sync/backfill` */
export const postBackfill = dashboardHandler('POST', async (call): Promise<RunAnswer> => {
  const { action } = await readJson(call.request, Body);
  return { run: summariseRun(await perform(call, action)) };
});

async function perform(call: DashboardCall, action: z.output<typeof Body>['action']): Promise<RunRow> {
  const { deps, site } = call;
  switch (action) {
    case 'start':
      return deps.engine.startBackfill(await openProbed(call));
    case 'sweep':
      return deps.engine.startSweep(await openProbed(call));
    case 'cancel':
      return deps.engine.cancelRun(site);
    case 'release':
      return deps.engine.releaseRun(site);
    case 'pause':
      return deps.engine.pauseRun(site);
    case 'resume':
      return deps.engine.resumeRun(site);
  }
}
