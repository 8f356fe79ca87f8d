import { matchProducts } from '../../core/match-products';
import { productRowId } from '../../core/link-id';
import type { Store, StoreProduct } from '../stores/store';
import { outdatePreview } from '../sync/outdate-preview';
import type { SiteSession } from '../sync/session';
import type { ProductRow } from '../sync/tables';
import type { WixProduct } from '../sync/wix-port';
import type { MatchAnswer } from './api-types';
import type { Engine } from './engine';
import { writeMatchCursor, type MatchCursor } from './match-cursor';
import { mergeMatch } from './merge-match';
import { productRows } from './product-rows';

export interface Matching {
  readonly engine: Engine;
  readonly site: SiteSession;
  readonly store: Store;
}

const MAX_WIX_PAGES = 5;
/** Calls kept for saving what was matched, and for what a preview made before no longer tells. */
const SAVE_CALLS = 2;

/**
 * One invocation's worth of matching: holds up to 500 Wix products against as many store products as the calls allow.
 * Shops with more go on with the cursor: all the store's products against each further 500 of Wix.
 */
export async function matchStep({ engine, site, store }: Matching, from: MatchCursor | null): Promise<MatchAnswer> {
  const wix = await wixBlock(site, from?.wix ?? null);
  const inStore = await storePages(site, store, from?.store ?? null);
  const existing = new Map(inStore.rows.map((row) => [row._id, row]));
  const sawAllOfWix = (from?.wix ?? null) === null && wix.next === null;
  const found = productRows(site.instanceId, inStore.products, matchProducts(wix.products, inStore.products), wix.products);
  const merged = found.map((row) => mergeMatch(existing.get(row._id) ?? null, row, sawAllOfWix));
  if (merged.length > 0) await site.rows.saveMany('products', merged);
  if (merged.some((row) => crossesWith(row) !== crossesWith(existing.get(row._id)))) await outdatePreview(site, 'products');
  await lookAgain(engine, site, merged, existing);
  return answer(merged, nextCursor(from, wix.next, inStore.next));
}

interface Block<Product> {
  readonly products: readonly Product[];
  readonly next: string | null;
}

/** At most 6 calls: the first page also asks for the catalog's version. */
async function wixBlock({ wix }: SiteSession, from: string | null): Promise<Block<WixProduct>> {
  const products: WixProduct[] = [];
  let cursor = from;
  for (let pages = 0; pages < MAX_WIX_PAGES; pages += 1) {
    const page = await wix.listProducts(cursor);
    products.push(...page.items);
    cursor = page.next;
    if (cursor === null) break;
  }
  return { products, next: cursor };
}

/** 2 calls a page, for as many pages as there is room for. */
async function storePages(site: SiteSession, store: Store, from: string | null): Promise<Block<StoreProduct> & { readonly rows: readonly ProductRow[] }> {
  const products: StoreProduct[] = [];
  const rows: ProductRow[] = [];
  let cursor = from;
  do {
    const page = await store.listProducts(cursor);
    products.push(...page.items);
    if (page.items.length > 0) rows.push(...(await site.rows.getMany('products', page.items.map(({ id }) => productRowId(site.instanceId, id)))));
    cursor = page.next;
  } while (cursor !== null && site.budget.has(2 + SAVE_CALLS));
  return { products, next: cursor, rows };
}

/** Reviews that waited for their product are looked at again, as far as calls last; a backfill takes the rest. */
async function lookAgain(engine: Engine, site: SiteSession, merged: readonly ProductRow[], existing: ReadonlyMap<string, ProductRow>): Promise<void> {
  const opened = merged.filter((row) => row.choice === 'accepted' && existing.has(row._id) && existing.get(row._id)?.choice !== 'accepted');
  for (const { storeProductId } of opened) {
    if (!site.budget.has(2)) return;
    await engine.receiveHint(site, storeProductId);
  }
}

/** The Wix product that its reviews cross to. */
function crossesWith(row: ProductRow | undefined): string | null {
  return row?.choice === 'accepted' ? row.wixProductId : null;
}

function nextCursor(from: MatchCursor | null, wixNext: string | null, storeNext: string | null): MatchCursor | null {
  if (storeNext !== null) return { wix: from?.wix ?? null, store: storeNext };
  return wixNext === null ? null : { wix: wixNext, store: null };
}

function answer(rows: readonly ProductRow[], next: MatchCursor | null): MatchAnswer {
  const count = (choice: ProductRow['choice']): number => rows.filter((row) => row.choice === choice).length;
  return {
    compared: rows.length,
    accepted: count('accepted'),
    suggested: count('suggested'),
    left: count('left'),
    next: next === null ? null : writeMatchCursor(next),
  };
}
