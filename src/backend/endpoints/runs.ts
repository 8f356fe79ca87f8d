import { takesBack } from '../sync/run-phases';
import type { RunsAnswer } from './api-types';
import { dashboardHandler } from './dashboard-handler';
import { summariseRun } from './run-summary';

const LATEST = 10;

/** `GET sync/runs`: the latest first. Asks for each run how many of its copies still stand, which is what a rollback would take back. */
export const listRuns = dashboardHandler('GET', async ({ site }): Promise<RunsAnswer> => {
  const { rows: runs } = await site.rows.find('runs', { where: {}, sort: { by: 'startedAtMs', descending: true }, limit: LATEST });
  return {
    items: await Promise.all(
      runs.map(async (run) => ({ run: summariseRun(run), copies: takesBack(run.kind) ? null : await site.rows.count('links', { runAtMs: run.startedAtMs, state: { not: 'gone' } }) })),
    ),
  };
});
