import { z } from 'zod';
import type { SiteSession } from '../../sync/session';
import type { WixProduct } from '../../sync/wix-port';
import { dashboardHandler } from '../dashboard-handler';
import { readQuery } from '../read-json';
import type { WixProductsAnswer } from './setup-types';

/** As many as a person reads before typing one more letter. */
const ENOUGH = 20;

const Query = z.strictObject({
  q: z.string().trim().max(100, 'at most 100 characters').optional(),
  cursor: z.string().max(4000, 'a cursor this app answered with').optional(),
});

/**
 * `GET setup/wix-products`: Wix products whose name or SKU holds a text. The two catalogs search in different ways and
 * neither by both, so pages of 100 are looked through here, as many as the calls allow; `next` goes on.
 */
export const searchWixProducts = dashboardHandler('GET', async ({ request, site }): Promise<WixProductsAnswer> => {
  const { q = '', cursor } = readQuery(request, Query);
  const { found, next, hasStores } = await lookThrough(site, q.toLowerCase(), cursor ?? null);
  return { items: found.map(({ id, name, sku }) => ({ id, name, sku })), next, hasStores };
});

interface Looked {
  readonly found: readonly WixProduct[];
  readonly next: string | null;
  readonly hasStores: boolean;
}

async function lookThrough({ wix, budget }: SiteSession, text: string, from: string | null): Promise<Looked> {
  const found: WixProduct[] = [];
  let cursor = from;
  let hasStores = true;
  do {
    const page = await wix.listProducts(cursor);
    found.push(...page.items.filter(({ name, sku }) => name.toLowerCase().includes(text) || (sku ?? '').toLowerCase().includes(text)));
    cursor = page.next;
    hasStores = page.isMissing !== true;
  } while (cursor !== null && found.length < ENOUGH && budget.has(1));
  return { found, next: cursor, hasStores };
}
