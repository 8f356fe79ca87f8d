import { z } from 'zod';
import { dashboardHandler } from '../dashboard-handler';
import { productNames } from '../product-names';
import { readQuery } from '../read-json';
import type { InboxNames } from './inbox-types';
import { productOfKey } from './inbox-query';

const Query = z.strictObject({ products: z.string().min(1, 'product ids').max(6000, 'at most 100 product ids') });
const MOST_PRODUCTS = 100;

/** `GET inbox/names`: what products are called, for the list to fill in once its rows are there. At most 2 calls. */
export const getNames = dashboardHandler('GET', async ({ request, site }): Promise<InboxNames> => {
  const keys = [...new Set(readQuery(request, Query).products.split(','))].filter((key) => key !== '').slice(0, MOST_PRODUCTS);
  const links = keys.map((key) => productOfKey(key));
  const nameOf = await productNames(site, links);
  return { names: Object.fromEntries(links.flatMap((link, at): [string, string][] => {
    const { wix, store } = nameOf(link);
    const name = wix ?? store;
    return name === null ? [] : [[keys[at] ?? '', name]];
  })) };
});
