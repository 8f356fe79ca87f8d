import { z } from 'zod';
import { dashboardHandler } from '../dashboard-handler';
import { readJson } from '../read-json';
import { applyVerdict } from './apply-verdict';
import { FilterQuery, filterOf, inboxQuery } from './inbox-query';
import type { BulkAnswer } from './inbox-types';
import { VerdictBody } from './verdict-body';

const PER_STEP = 100;

const Body = z.strictObject({ filter: FilterQuery.omit({ cursor: true, version: true, q: true }), verdict: VerdictBody, asOfMs: z.number('epoch ms').int().positive().optional() });

/**
 * `POST inbox/bulk`: decides about everything that matches a filter, up to 100 items a step; the page asks again until a
 * step finds nothing. A verdict may leave an item where it is (one that is snoozed, put off once more), so all steps go by
 * the moment of the first: what changed since is not decided about again, nor what came in meanwhile at all. 2 calls.
 */
export const postBulk = dashboardHandler('POST', async ({ request, site }): Promise<BulkAnswer> => {
  const { filter, verdict, asOfMs: given } = await readJson(request, Body);
  const nowMs = site.clock.nowMs();
  const asOfMs = given ?? nowMs - 1;
  const { where, sort } = inboxQuery(filterOf(filter), nowMs);
  const found = await site.rows.find('attention', { where: { ...where, changedAtMs: { atMost: asOfMs } }, ...(sort === undefined ? {} : { sort }), limit: PER_STEP, consistent: true });
  await applyVerdict(site, found.rows, verdict);
  return { done: found.rows.map(({ _id }) => _id), failed: [], asOfMs };
});
