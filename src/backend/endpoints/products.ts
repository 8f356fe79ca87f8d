import { z } from 'zod';
import type { ProductsAnswer } from './api-types';
import { dashboardHandler } from './dashboard-handler';
import { readQuery } from './read-json';

const PER_PAGE = 50;

const Query = z.strictObject({
  choice: z.enum(['accepted', 'suggested', 'left', 'gone']).optional(),
  cursor: z.string().max(4000, 'a cursor this app answered with').optional(),
});

/** `GET sync/products`: the store's products and what was found for them. 1 call. */
export const listProducts = dashboardHandler('GET', async ({ request, site }): Promise<ProductsAnswer> => {
  const { choice, cursor } = readQuery(request, Query);
  const where = choice === undefined ? {} : { choice };
  const found = await site.rows.find('products', { where, limit: PER_PAGE, cursor: cursor ?? null });
  return {
    items: found.rows.map(({ storeProductId, wixProductId, storeName, wixName, reason, confidence, choice: chosen }) => ({
      storeProductId, wixProductId, storeName, wixName, reason, confidence, choice: chosen,
    })),
    next: found.next,
  };
});
