import { z } from 'zod';
import type { RunAnswer } from './api-types';
import { dashboardHandler } from './dashboard-handler';
import { readJson } from './read-json';
import { summariseRun } from './run-summary';

const Body = z.strictObject({ startedAtMs: z.int('the time a run began, in epoch ms').positive('the time a run began, in epoch ms') });

/** `POST sync/rollback`: begins to take back every copy that the run begun then has made. */
export const postRollback = dashboardHandler('POST', async ({ deps, site, request }): Promise<RunAnswer> => {
  const { startedAtMs } = await readJson(request, Body);
  return { run: summariseRun(await deps.engine.startRollback(await deps.openSync(site), startedAtMs)) };
});
