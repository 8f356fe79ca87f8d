import type { TimelineAnswer } from './api-types';
import { conflictItem } from './conflict-item';
import { standing } from './conflicts';
import { dashboardHandler } from './dashboard-handler';
import { linkItem } from './link-item';
import { ListedId, listedLink } from './listed-link';
import { momentsOf } from './moments-of';
import { productNames } from './product-names';
import { readQuery } from './read-json';

/** `GET sync/timeline?id=`: what happened to one review, oldest first, and what gave way. */
export const getTimeline = dashboardHandler('GET', async ({ deps, request, site }): Promise<TimelineAnswer> => {
  const link = await listedLink(site, readQuery(request, ListedId));
  const { rows: conflicts } = await site.rows.find('conflicts', { where: { linkId: link._id }, sort: { by: 'atMs', descending: true }, limit: 20 });
  const stands = await standing(deps, site, conflicts, new Map([[link._id, link]]));
  const nameOf = await productNames(site, [link]);
  const names = nameOf(link);
  return {
    item: linkItem(link, names),
    moments: momentsOf(link),
    conflicts: conflicts.map((row) => conflictItem(row, { link, names, fields: stands(row) })),
  };
});
