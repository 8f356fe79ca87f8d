import { z } from 'zod';
import type { SiteSession } from '../../sync/session';
import { dashboardHandler } from '../dashboard-handler';
import { productKey } from '../../../core/product-key';
import { readQuery } from '../read-json';
import { searchCatalog } from '../search-catalog';
import type { InboxProducts } from './inbox-types';

const PER_PAGE = 20;
/** A cursor tells which of the two lists it goes on in. */
const IN_STORE = 'store:';
const ON_WIX = 'wix:';

const Query = z.strictObject({
  q: z.string().trim().max(100, 'at most 100 characters').optional(),
  cursor: z.string().max(4000, 'a cursor this app answered with').regex(/^(?:store|wix):/u, 'a cursor this app answered with').optional(),
});

/**
 * `GET inbox/products`: every product that the list can be narrowed to whose name holds a text, with or without reviews.
 * First those that only the store has, then Wix's catalog, which also holds all that are matched; `next` goes on.
 */
export const findProducts = dashboardHandler('GET', async ({ request, site }): Promise<InboxProducts> => {
  const { q = '', cursor = IN_STORE } = readQuery(request, Query);
  if (cursor.startsWith(ON_WIX)) return onWix(site, q, cursor.slice(ON_WIX.length));
  const first = await inStore(site, q, cursor.slice(IN_STORE.length) || null);
  if (first.next !== null) return first;
  const { items, next } = await onWix(site, q, null);
  return { items: [...first.items, ...items], next };
});

async function inStore({ rows }: SiteSession, text: string, cursor: string | null): Promise<InboxProducts> {
  const where = { choice: { not: 'accepted' }, ...(text === '' ? {} : { storeName: { contains: text } }) } as const;
  const found = await rows.find('products', { where, limit: PER_PAGE, cursor });
  const items = found.rows.flatMap(({ storeProductId, storeName }) => {
    const product = productKey({ wixProductId: null, storeProductId });
    return product === null ? [] : [{ product, name: storeName, isOnWix: false }];
  });
  return { items, next: found.next === null ? null : `${IN_STORE}${found.next}` };
}

async function onWix(site: SiteSession, text: string, cursor: string | null): Promise<InboxProducts> {
  const { found, next } = await searchCatalog(site, text, cursor);
  return { items: found.map(({ id, name }) => ({ product: id, name, isOnWix: true })), next: next === null ? null : `${ON_WIX}${next}` };
}
