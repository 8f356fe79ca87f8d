import { z } from 'zod';
import type { SyncCode } from '../../../core/sync-code';
import { explain } from '../explain';
import { dashboardHandler } from '../dashboard-handler';
import { readJson } from '../read-json';
import { applyVerdict } from './apply-verdict';
import { canDecide } from './can-decide';
import type { VerdictAnswer } from './inbox-types';
import { reopenRaised } from './reopen-raised';
import { DecidedItems, VerdictBody } from './verdict-body';

const Body = z.strictObject({ items: DecidedItems, verdict: VerdictBody });

/**
 * `POST inbox/verdict`: decides about up to 100 items. 3 calls. What is not there any more, or is not what it was when it
 * was decided about, is named, stays as it is, and fails nobody else.
 */
export const postVerdict = dashboardHandler('POST', async ({ request, site }): Promise<VerdictAnswer> => {
  const { items, verdict } = await readJson(request, Body);
  const seen = new Map(items.map(({ id, revision }) => [id, revision]));
  const rows = await site.rows.getMany('attention', [...seen.keys()]);
  const decided = rows.filter((row) => canDecide(row, seen.get(row._id), verdict, site.clock.nowMs()));
  await applyVerdict(site, decided, verdict);
  const raised = await reopenRaised(site, decided);
  const done = decided.map(({ _id }) => _id).filter((id) => !raised.has(id));
  const there = new Set(rows.map(({ _id }) => _id));
  const why = (id: string): SyncCode => (there.has(id) ? 'ITEM_CHANGED' : 'ITEM_UNKNOWN');
  return { done, failed: [...seen.keys()].filter((id) => !done.includes(id)).map((id) => ({ id, error: explain(why(id)) })) };
});
