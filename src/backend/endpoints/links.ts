import { z } from 'zod';
import { SYNC_CODES } from '../../core/sync-code';
import type { Where } from '../sync/rows';
import type { LinkRow } from '../sync/tables';
import type { LinksAnswer } from './api-types';
import { dashboardHandler } from './dashboard-handler';
import { linkItem } from './link-item';
import { productNames } from './product-names';
import { productsCalled } from './products-called';
import { readQuery } from './read-json';

const PER_PAGE = '50';

const STATES = ['in-step', 'waiting', 'skipped', 'unmatched', 'blocked', 'gone'] as const;

const Query = z.strictObject({
  state: z.enum(STATES).optional(),
  code: z.enum(SYNC_CODES, 'a code this app answers with').optional(),
  q: z.string().trim().min(1, 'a part of a product’s name').max(100, 'at most 100 characters').optional(),
  per: z.enum([PER_PAGE, '100'], '50 or 100').default(PER_PAGE),
  cursor: z.string().max(4000, 'a cursor this app answered with').optional(),
});

/** `GET sync/links`: newest first. The filters are part of the query, so a page is never thinned out afterwards. */
export const listLinks = dashboardHandler('GET', async ({ request, site }): Promise<LinksAnswer> => {
  const { state, code, q, per, cursor } = readQuery(request, Query);
  const called = q === undefined ? null : await productsCalled(site, q);
  if (called?.length === 0) return { items: [], next: null };
  const where: Where<LinkRow> = { ...(state === undefined ? {} : { state }), ...(code === undefined ? {} : { code }), ...(called === null ? {} : { storeProductId: called }) };
  const found = await site.rows.find('links', { where, sort: { by: 'lastAtMs', descending: true }, limit: Number(per), cursor: cursor ?? null });
  const nameOf = await productNames(site, found.rows);
  return { items: found.rows.map((link) => linkItem(link, nameOf(link))), next: found.next };
});
