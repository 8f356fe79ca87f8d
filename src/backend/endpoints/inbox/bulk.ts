import { z } from 'zod';
import { dashboardHandler } from '../dashboard-handler';
import { readJson } from '../read-json';
import { applyVerdict } from './apply-verdict';
import { FilterQuery, filterOf, inboxQuery } from './inbox-query';
import type { VerdictAnswer } from './inbox-types';
import { VerdictBody } from './verdict-body';

const PER_STEP = 100;

const Body = z.strictObject({ filter: FilterQuery.omit({ cursor: true, version: true, q: true }), verdict: VerdictBody });

/**
 * `POST inbox/bulk`: decides about everything that matches a filter, up to 100 items a step. What was decided about no
 * longer matches, so the page simply asks again until a step finds nothing. 2 calls.
 */
export const postBulk = dashboardHandler('POST', async ({ request, site }): Promise<VerdictAnswer> => {
  const { filter, verdict } = await readJson(request, Body);
  const found = await site.rows.find('attention', { ...inboxQuery(filterOf(filter), site.clock.nowMs()), limit: PER_STEP, consistent: true });
  await applyVerdict(site, found.rows, verdict);
  return { done: found.rows.map(({ _id }) => _id), failed: [] };
});
