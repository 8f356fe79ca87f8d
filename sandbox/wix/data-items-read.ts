import { z } from 'zod';
import { openCollection, toWireItem } from './data-collection';
import { badRequest, itemMissing } from './data-errors';
import type { DataItem } from './data-store';
import { cursorPage, select } from './cursor-page';
import type { JsonObject } from './json';
import { ANYONE, param, type Call, type Route } from './route';
import { compareKeys, sortKey, sortSchema, type Sort } from './sort';
import { parseInput } from './validate';
import type { World } from './world';

export const ITEMS_PATH = '/wix-data/v2/items';
const DEFAULT_PAGE = 50;
const MAX_OFFSET_PAGE = 1_000;
const MAX_CURSOR_PAGE = 100;
/** Without an order the newest come first. */
const DEFAULT_SORT: Sort = [{ fieldName: '_createdDate', order: 'DESC' }];

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).nullish();
const querySchema = z.object({
  query: z
    .object({
      filter: z.unknown().optional(),
      sort: sortSchema.nullish(),
      paging: z.object({ limit: z.number().int().min(0).nullish(), offset: z.number().int().min(0).nullish() }).nullish(),
      cursorPaging: z.object({ limit: z.number().int().min(0).nullish(), cursor: z.string().nullish() }).nullish(),
    })
    .default({}),
  consistentRead: flag,
  returnTotalCount: flag,
});
const countSchema = z.object({ filter: z.unknown().optional(), consistentRead: flag });
const getSchema = z.object({ consistentRead: flag });

type Query = z.infer<typeof querySchema>['query'];
/** A row as filters and orders see it: the item's fields, and its id to tell equals apart. */
type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly item: DataItem };

export function dataReadRoutes(world: World): readonly Route[] {
  // The collection's own permissions decide, not the kind of token.
  const common = { access: 'read', subjects: ANYONE } as const;
  const handleQuery: Route['handle'] = (call) => query(world, call);
  return [
    { ...common, method: 'GET', path: `${ITEMS_PATH}/query`, handle: handleQuery },
    { ...common, method: 'POST', path: `${ITEMS_PATH}/query`, handle: handleQuery },
    { ...common, method: 'POST', path: `${ITEMS_PATH}/count`, handle: (call) => count(world, call) },
    { ...common, method: 'GET', path: `${ITEMS_PATH}/:id`, handle: (call) => get(world, call) },
  ];
}

function query(world: World, call: Call): JsonObject {
  const { query: sent, consistentRead, returnTotalCount } = parseInput(querySchema, call.input);
  const { name, rows } = readable(world, call, consistentRead === true);
  const page = sent.cursorPaging === undefined || sent.cursorPaging === null ? offsetPage(rows, sent) : byCursor(rows, sent);
  const total = returnTotalCount === true && page.total !== null ? { total: page.total } : {};
  const offset = page.offset === null ? {} : { offset: page.offset };
  return {
    dataItems: page.rows.map(({ item }) => toWireItem(name, item)),
    pagingMetadata: { count: page.rows.length, ...offset, ...total, tooManyToCount: false, cursors: page.next === null ? {} : { next: page.next }, hasNext: page.hasNext },
  };
}

interface Page {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly hasNext: boolean;
  readonly offset: number | null;
  readonly total: number | null;
}

function byCursor(rows: readonly Row[], { filter, sort, cursorPaging }: Query): Page {
  const limit = cursorPaging?.limit ?? DEFAULT_PAGE;
  if (limit > MAX_CURSOR_PAGE) throw badRequest(`Limit ${limit} is above ${MAX_CURSOR_PAGE}, the most a cursor page holds`);
  const page = cursorPage(rows, { filter, sort: sort ?? DEFAULT_SORT, limit, cursor: cursorPaging?.cursor ?? null });
  return { rows: page.rows, next: page.next, hasNext: page.next !== null, offset: null, total: null };
}

/** A page small enough for cursors also says where the next one begins, as the SDK's `next()` prefers that. */
function offsetPage(rows: readonly Row[], { filter, sort, paging }: Query): Page {
  const limit = paging?.limit ?? DEFAULT_PAGE;
  const offset = paging?.offset ?? 0;
  if (limit > MAX_OFFSET_PAGE) throw badRequest(`Limit ${limit} is above ${MAX_OFFSET_PAGE}, the most a page holds`);
  const by = sort === undefined || sort === null || sort.length === 0 ? DEFAULT_SORT : sort;
  if (limit <= MAX_CURSOR_PAGE && offset === 0) {
    const page = cursorPage(rows, { filter, sort: by, limit, cursor: null });
    return { ...page, hasNext: page.next !== null, offset, total: select(rows, filter).length };
  }
  const found = select(rows, filter).map((row) => ({ row, key: sortKey(row, by) }));
  found.sort((left, right) => compareKeys(left.key, right.key, by));
  const page = found.slice(offset, offset + limit).map(({ row }) => row);
  return { rows: page, next: null, hasNext: offset + limit < found.length, offset, total: found.length };
}

function count(world: World, call: Call): JsonObject {
  const { filter, consistentRead } = parseInput(countSchema, call.input);
  return { totalCount: select(readable(world, call, consistentRead === true).rows, filter).length };
}

function get(world: World, call: Call): JsonObject {
  const { consistentRead } = parseInput(getSchema, call.input);
  const { name, collection } = openCollection(world, call);
  const id = param(call, 'id');
  const item = (consistentRead === true ? collection.primary : collection.mirror(world.switches.get().staleReadMs)).get(id);
  if (item === undefined) throw itemMissing(id);
  return { dataItem: toWireItem(name, item) };
}

function readable(world: World, call: Call, isConsistent: boolean): { readonly name: string; readonly rows: readonly Row[] } {
  const { name, collection } = openCollection(world, call);
  const source = isConsistent ? collection.primary : collection.mirror(world.switches.get().staleReadMs);
  return { name, rows: source.all().map((item) => ({ ...item.data, id: item.id, item })) };
}
