import { z } from 'zod';
import { explain } from '../explain';
import { dashboardHandler } from '../dashboard-handler';
import { readJson } from '../read-json';
import type { VerdictAnswer } from './inbox-types';
import { Ids } from './verdict-body';

const Body = z.strictObject({ ids: Ids });

/**
 * `POST inbox/undo`: takes the last verdict on each item back. 2 calls. An item that was raised or closed by itself since
 * has nothing to take back.
 */
export const postUndo = dashboardHandler('POST', async ({ request, site }): Promise<VerdictAnswer> => {
  const { ids } = await readJson(request, Body);
  const rows = await site.rows.getMany('attention', [...new Set(ids)]);
  const undone = rows.flatMap(({ _id, undo }) => (undo === null ? [] : [{ id: _id, set: { ...undo, undo: null }, increment: { turn: 1 } }]));
  if (undone.length > 0) await site.rows.patchMany('attention', undone);
  const done = undone.map(({ id }) => id);
  return { done, failed: ids.filter((id) => !done.includes(id)).map((id) => ({ id, error: explain('ITEM_UNKNOWN') })) };
});
