import { z } from 'zod';
import { SYNC_CODES } from '../../core/sync-code';
import type { SiteSession } from '../sync/session';
import type { LinksAnswer } from './api-types';
import { dashboardHandler } from './dashboard-handler';
import { linkItem } from './link-item';
import { ProductKey } from './product-key';
import { productNames } from './product-names';
import { productsCalled } from './products-called';
import { readQuery } from './read-json';
import { productsOf, reviewsOf } from './reviews-of-product';

const PER_PAGE = '50';

const STATES = ['in-step', 'waiting', 'skipped', 'unmatched', 'blocked', 'gone'] as const;

const Query = z.strictObject({
  state: z.enum(STATES).optional(),
  code: z.enum(SYNC_CODES, 'a code this app answers with').optional(),
  q: z.string().trim().min(1, 'a part of a product’s name').max(100, 'at most 100 characters').optional(),
  product: ProductKey.optional(),
  per: z.enum([PER_PAGE, '100'], '50 or 100').default(PER_PAGE),
  cursor: z.string().max(4000, 'a cursor this app answered with').optional(),
}).refine(({ q, product }) => q === undefined || product === undefined, 'a product or a part of its name, not both');

/** `GET sync/links`: newest first. The filters are part of the query, so a page is never thinned out afterwards. */
export const listLinks = dashboardHandler('GET', async ({ request, site }): Promise<LinksAnswer> => {
  const { state, code, q, product, per, cursor } = readQuery(request, Query);
  const either = await about(site, { q, product });
  if (either === null) return { items: [], next: null };
  const where = { ...(state === undefined ? {} : { state }), ...(code === undefined ? {} : { code }) };
  const found = await site.rows.find('links', { where, either, sort: { by: 'lastAtMs', descending: true }, limit: Number(per), cursor: cursor ?? null });
  const nameOf = await productNames(site, found.rows);
  return { items: found.rows.map((link) => linkItem(link, nameOf(link))), next: found.next };
});

/** Whose reviews are asked for. `null`: no product is called so. */
async function about(site: SiteSession, { q, product }: { readonly q: string | undefined; readonly product: string | undefined }): Promise<ReturnType<typeof reviewsOf>> {
  if (product !== undefined) return reviewsOf(await productsOf(site, product));
  return q === undefined ? [] : reviewsOf(await productsCalled(site, q));
}
