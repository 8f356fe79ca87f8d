import { z } from 'zod';
import { explain } from '../explain';
import { dashboardHandler } from '../dashboard-handler';
import { readJson } from '../read-json';
import { applyVerdict } from './apply-verdict';
import type { VerdictAnswer } from './inbox-types';
import { Ids, VerdictBody } from './verdict-body';

const Body = z.strictObject({ ids: Ids, verdict: VerdictBody });

/** `POST inbox/verdict`: decides about up to 100 items. 2 calls. What is not there any more is named, and fails nobody else. */
export const postVerdict = dashboardHandler('POST', async ({ request, site }): Promise<VerdictAnswer> => {
  const { ids, verdict } = await readJson(request, Body);
  const rows = await site.rows.getMany('attention', [...new Set(ids)]);
  await applyVerdict(site, rows, verdict);
  const done = rows.map(({ _id }) => _id);
  return { done, failed: ids.filter((id) => !done.includes(id)).map((id) => ({ id, error: explain('ITEM_UNKNOWN') })) };
});
