import { matchProducts } from '../../core/match-products';
import { productRowId } from '../../core/link-id';
import type { Store, StoreProduct } from '../stores/store';
import { outdatePreview } from '../sync/outdate-preview';
import type { Found } from '../sync/rows';
import type { SiteSession } from '../sync/session';
import type { ProductRow } from '../sync/tables';
import type { WixProduct } from '../sync/wix-port';
import type { MatchAnswer } from './api-types';
import type { Engine } from './engine';
import { writeMatchCursor, type MatchCursor } from './match-cursor';
import { mergeMatch } from './merge-match';
import { productRows } from './product-rows';
import { noteUnlisted, stillThere } from './still-there';

export interface Matching {
  readonly engine: Engine;
  readonly site: SiteSession;
  readonly store: Store;
}

const MAX_WIX_PAGES = 5;
/** Calls kept for saving what was matched, and for what a preview made before no longer tells. */
const SAVE_CALLS = 2;

/**
 * One invocation's worth of matching. The first 500 products of Wix are held against every product of the store, as many
 * as the calls allow; further ones, 500 at a time, only against those that have no certain counterpart yet, which our rows
 * know. So a long catalog costs the less the better it matches. Whoever asks goes on with the cursor.
 */
export async function matchStep({ engine, site, store }: Matching, from: MatchCursor | null): Promise<MatchAnswer> {
  const wixFrom = from?.wix ?? null;
  const wix = await wixBlock(site, wixFrom);
  const inStore = wixFrom === null ? await storePages(site, store, from?.store ?? null) : await undecided(site, wixFrom);
  const existing = new Map(inStore.rows.map((row) => [row._id, row]));
  const found = productRows(site.instanceId, inStore.products, matchProducts(wix.products, inStore.products), wix.products);
  const seen = { ids: new Set(wix.products.map(({ id }) => id)), all: wixFrom === null && wix.next === null };
  const merged = found.map((row) => ({ ...stillThere(mergeMatch(existing.get(row._id) ?? null, row, seen.all), seen), comparedTo: wixFrom ?? '' }));
  if (merged.length > 0) await site.rows.saveMany('products', merged);
  if (merged.some((row) => crossesWith(row) !== crossesWith(existing.get(row._id)))) await outdatePreview(site, 'products');
  await lookAgain(engine, site, merged, existing);
  if (from === null && inStore.next === null) await noteUnlisted(site, new Set(merged.map(({ _id }) => _id)));
  return answer(merged, nextCursor(wixFrom, wix.next, inStore));
}

interface Block<Product> {
  readonly products: readonly Product[];
  readonly next: string | null;
}

interface StorePages extends Block<StoreProduct> {
  /** What we have of them. */
  readonly rows: readonly ProductRow[];
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
async function storePages(site: SiteSession, store: Store, from: string | null): Promise<StorePages> {
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

/**
 * The store products without a certain counterpart that were not held against this block of Wix yet, by what our rows hold of
 * them. Each step asks from the start: a cursor would pass some over, since rows leave the list as they are matched. 1 call
 * for each hundred.
 */
async function undecided({ rows, budget }: SiteSession, block: string): Promise<StorePages> {
  const found: ProductRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Found<ProductRow> = await rows.find('products', { where: { choice: ['suggested', 'left'], reason: { not: 'manual' }, comparedTo: { not: block } }, sort: { by: '_id' }, limit: 100, cursor, consistent: true });
    found.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null && budget.has(1 + SAVE_CALLS));
  const products = found.map(({ storeProductId, storeName, storeSlug = '', storeSku = null }): StoreProduct => ({ id: storeProductId, name: storeName, slug: storeSlug, sku: storeSku }));
  return { products, rows: found, next: cursor };
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

function nextCursor(block: string | null, nextBlock: string | null, { products, next }: StorePages): MatchCursor | null {
  if (next !== null) return { wix: block, store: block === null ? next : null };
  const nothingLeft = block !== null && products.length === 0;
  return nextBlock === null || nothingLeft ? null : { wix: nextBlock, store: null };
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
