import type { SiteSession } from '../sync/session';
import type { WixProduct } from '../sync/wix-port';

/** As many as a person reads before typing one more letter. */
const ENOUGH = 20;

interface Searched {
  readonly found: readonly WixProduct[];
  /** Where the search goes on; `null` when the whole catalog was looked through. */
  readonly next: string | null;
  readonly hasStores: boolean;
}

/**
 * Wix products whose name or SKU holds a text. The two catalogs search in different ways and neither by both, so pages
 * of 100 are looked through here, as many as the calls allow.
 */
export async function searchCatalog({ wix, budget }: SiteSession, text: string, from: string | null): Promise<Searched> {
  const wanted = text.toLowerCase();
  const found: WixProduct[] = [];
  let cursor = from;
  let hasStores = true;
  do {
    const page = await wix.listProducts(cursor);
    found.push(...page.items.filter(({ name, sku }) => name.toLowerCase().includes(wanted) || (sku ?? '').toLowerCase().includes(wanted)));
    cursor = page.next;
    hasStores = page.isMissing !== true;
  } while (cursor !== null && found.length < ENOUGH && budget.has(1));
  return { found, next: cursor, hasStores };
}
