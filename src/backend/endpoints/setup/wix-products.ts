import { z } from 'zod';
import { dashboardHandler } from '../dashboard-handler';
import { readQuery } from '../read-json';
import { searchCatalog } from '../search-catalog';
import type { WixProductsAnswer } from './setup-types';

const Query = z.strictObject({
  q: z.string().trim().max(100, 'at most 100 characters').optional(),
  cursor: z.string().max(4000, 'a cursor this app answered with').optional(),
});

/** `GET setup/wix-products`: Wix products whose name or SKU holds a text; `next` goes on. */
export const searchWixProducts = dashboardHandler('GET', async ({ request, site }): Promise<WixProductsAnswer> => {
  const { q = '', cursor } = readQuery(request, Query);
  const { found, next, hasStores } = await searchCatalog(site, q, cursor ?? null);
  return { items: found.map(({ id, name, sku }) => ({ id, name, sku })), next, hasStores };
});
