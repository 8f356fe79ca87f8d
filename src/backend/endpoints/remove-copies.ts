import { z } from 'zod';
import type { RunAnswer } from './api-types';
import { dashboardHandler } from './dashboard-handler';
import { readJson } from './read-json';
import { summariseRun } from './run-summary';

const Body = z.strictObject({ copies: z.int('how many copies are to go').positive('how many copies are to go') });

/**
 * `POST sync/remove-copies`: begins to take back every copy the app has made, live ones included. `copies` is the number
 * that its owner was shown; when there are more by now, nothing begins.
 */
export const postRemoveCopies = dashboardHandler('POST', async ({ deps, site, request }): Promise<RunAnswer> => {
  const { copies } = await readJson(request, Body);
  return { run: summariseRun(await deps.engine.startRemoval(await deps.openSync(site), copies)) };
});
