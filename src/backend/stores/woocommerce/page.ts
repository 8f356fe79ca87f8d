import { z } from 'zod';
import { SyncError } from '../../../core/sync-error';
import type { Page } from '../store';
import { parseWire } from './parse-wire';
import { answer, type Send } from './request';

/** The most WooCommerce gives or takes at once. */
export const MAX_ITEMS = 100;

const Items = z.array(z.unknown());

/**
 * Reads one page of a list; the cursor is the page's number.
 *
 * Limit: WooCommerce cannot list "after this id", so when something is deleted while we walk, what follows moves up
 * and one item may be passed over. The next walk meets it.
 */
export async function readPage<Item>(send: Send, path: string, query: Readonly<Record<string, string>>, cursor: string | null, toItem: (json: unknown) => Item): Promise<Page<Item>> {
  const page = pageNumber(cursor);
  const { json, headers } = await answer(send({ method: 'GET', path, query: { context: 'edit', ...query, per_page: String(MAX_ITEMS), page: String(page) } }));
  const items = parseWire(Items, json);
  const pages = count(headers, 'X-WP-TotalPages');
  const more = pages === null ? items.length === MAX_ITEMS : page < pages;
  return { items: items.map(toItem), next: more ? String(page + 1) : null, total: count(headers, 'X-WP-Total') };
}

function pageNumber(cursor: string | null): number {
  if (cursor === null) return 1;
  if (!/^[1-9]\d{0,8}$/u.test(cursor)) throw new SyncError('INPUT_INVALID', { field: 'cursor', got: `text of ${cursor.length} characters`, expected: 'a cursor of an earlier page' });
  return Number(cursor);
}

/** Proxies may strip these headers, so their absence is not an error. */
function count(headers: Headers, name: string): number | null {
  const text = headers.get(name) ?? '';
  return /^\d+$/u.test(text) ? Number(text) : null;
}
