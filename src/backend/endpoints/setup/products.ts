import { z } from 'zod';
import type { WixProductId } from '../../../core/ids';
import type { SiteSession } from '../../sync/session';
import type { ProductRow } from '../../sync/tables';
import { dashboardHandler } from '../dashboard-handler';
import { readQuery } from '../read-json';
import { VIEW_WHERE } from './product-views';
import type { ProductEntry, ProductListAnswer } from './setup-types';

const PER_PAGE = 25;

const Query = z.strictObject({
  view: z.enum(['suggested', 'open', 'matched', 'left', 'gone']),
  q: z.string().trim().max(100, 'at most 100 characters').optional(),
  cursor: z.string().max(4000, 'a cursor this app answered with').optional(),
});

/** `GET setup/products`: one page of one view. View and text are part of the query, so a long catalog costs no more. 2 calls. */
export const listSetupProducts = dashboardHandler('GET', async ({ request, site }): Promise<ProductListAnswer> => {
  const { view, q, cursor } = readQuery(request, Query);
  const where = { ...VIEW_WHERE[view], ...(q === undefined || q === '' ? {} : { storeName: { contains: q } }) };
  const found = await site.rows.find('products', { where, limit: PER_PAGE, cursor: cursor ?? null });
  const matched = await matchedWith(site, found.rows);
  return { items: found.rows.map((row) => entry(row, matched)), next: found.next };
});

/** The accepted rows of every Wix product on the page. */
async function matchedWith({ rows }: SiteSession, page: readonly ProductRow[]): Promise<readonly ProductRow[]> {
  const ids = [...new Set(page.flatMap((row): WixProductId[] => (row.wixProductId === null ? [] : [row.wixProductId])))];
  return ids.length === 0 ? [] : (await rows.find('products', { where: { wixProductId: ids, choice: 'accepted' }, limit: 100 })).rows;
}

function entry(row: ProductRow, matched: readonly ProductRow[]): ProductEntry {
  const { storeProductId, wixProductId, storeName, wixName, reason, confidence, goneFrom = null } = row;
  const twins = matched.filter((other) => wixProductId !== null && other.wixProductId === wixProductId && other.storeProductId !== storeProductId);
  return { storeProductId, wixProductId, storeName, wixName, reason, confidence, goneFrom, twins: twins.map((twin) => twin.storeName) };
}
