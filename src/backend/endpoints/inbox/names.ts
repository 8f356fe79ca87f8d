import { z } from 'zod';
import type { SiteSession } from '../../sync/session';
import { dashboardHandler } from '../dashboard-handler';
import { productOfKey } from '../../../core/product-key';
import { productNames } from '../product-names';
import { readQuery } from '../read-json';
import type { ProductNamesAnswer } from './inbox-types';

const Query = z.strictObject({ products: z.string().min(1, 'product ids').max(6000, 'at most 100 product ids') });
const MOST_PRODUCTS = 100;

type Names = ProductNamesAnswer['names'];

/**
 * `GET inbox/names`: what products are called, for a list to fill in once its rows are there. What no store product is
 * matched with has its name from Wix's catalog. At most 4 calls.
 */
export const getNames = dashboardHandler('GET', async ({ request, site }): Promise<ProductNamesAnswer> => {
  const keys = [...new Set(readQuery(request, Query).products.split(','))].filter((key) => key !== '').slice(0, MOST_PRODUCTS);
  const nameOf = await productNames(site, keys.map((key) => productOfKey(key)));
  const known = keys.map((key) => {
    const { wix, store } = nameOf(productOfKey(key));
    return [key, wix ?? store] as const;
  });
  const names = Object.fromEntries(known.flatMap(([key, name]) => (name === null ? [] : [[key, name]])));
  return { names: { ...names, ...(await inCatalog(site, keys.filter((key) => names[key] === undefined))) } };
});

/** What Wix's catalog calls products; `null` for those it does not hold. */
async function inCatalog({ wix }: SiteSession, keys: readonly string[]): Promise<Names> {
  const ids = keys.flatMap((key) => productOfKey(key).wixProductId ?? []);
  if (ids.length === 0) return {};
  const found = new Map((await wix.productsById(ids)).map(({ id, name }) => [id, name]));
  return Object.fromEntries(ids.flatMap((id) => (found.get(id) === '' ? [] : [[id, found.get(id) ?? null]])));
}
