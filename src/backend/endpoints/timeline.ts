import { z } from 'zod';
import { SyncError } from '../../core/sync-error';
import type { TimelineAnswer } from './api-types';
import { conflictItem } from './conflict-item';
import { standing } from './conflicts';
import { dashboardHandler } from './dashboard-handler';
import { linkItem } from './link-item';
import { momentsOf } from './moments-of';
import { productNames } from './product-names';
import { readQuery } from './read-json';

const Query = z.strictObject({ id: z.string().min(1, 'the id of a review in the list').max(64, 'the id of a review in the list') });

/** `GET sync/timeline?id=`: what happened to one review, oldest first, and what gave way. */
export const getTimeline = dashboardHandler('GET', async ({ deps, request, site }): Promise<TimelineAnswer> => {
  const { id } = readQuery(request, Query);
  const link = await site.rows.get('links', id);
  if (link === null) throw new SyncError('INPUT_INVALID', { field: 'id', got: 'no review we know', expected: 'the id of a review in the list' });
  const { rows: conflicts } = await site.rows.find('conflicts', { where: { linkId: link._id }, sort: { by: 'atMs', descending: true }, limit: 20 });
  const stands = await standing(deps, site, conflicts, new Map([[link._id, link]]));
  const nameOf = await productNames(site, [link]);
  const names = nameOf(link);
  return {
    item: linkItem(link, names),
    moments: momentsOf(link),
    conflicts: conflicts.map((row) => conflictItem(row, { link, product: names.wix ?? names.store, fields: stands(row) })),
  };
});
