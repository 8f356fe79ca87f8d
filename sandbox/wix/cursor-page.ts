import { z } from 'zod';
import { invalidField } from './api-error';
import { FilterError, matches } from './filter';
import { compareKeys, sortKey, sortSchema, type Sort } from './sort';

const cursorSchema = z.object({
  filter: z.unknown().optional(),
  sort: sortSchema,
  after: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export interface PageRequest {
  readonly filter: unknown;
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor: string | null;
}

export interface CursorPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/**
 * One page of rows. The cursor carries filter, order and the last row seen, so that follow-up requests need nothing
 * else and rows added or removed meanwhile shift nothing.
 */
export function cursorPage<Row extends { readonly id: string }>(rows: readonly Row[], request: PageRequest): CursorPage<Row> {
  const { filter, sort, after } = request.cursor === null ? { ...request, after: null } : readCursor(request.cursor);
  const keyed = select(rows, filter).map((row) => ({ row, key: sortKey(row, sort) }));
  const ahead = after === null ? keyed : keyed.filter(({ key }) => compareKeys(key, after, sort) > 0);
  ahead.sort((left, right) => compareKeys(left.key, right.key, sort));
  const page = ahead.slice(0, request.limit);
  const last = page.at(-1);
  const hasMore = last !== undefined && ahead.length > request.limit;
  return { rows: page.map(({ row }) => row), next: hasMore ? writeCursor({ filter, sort, after: [...last.key] }) : null };
}

/** The rows that pass, a faulty filter answered as Wix would. */
export function select<Row>(rows: readonly Row[], filter: unknown): Row[] {
  try {
    return rows.filter((row) => matches(filter, row));
  } catch (error) {
    if (error instanceof FilterError) throw invalidField('query.filter', error.message);
    throw error;
  }
}

function writeCursor(cursor: z.infer<typeof cursorSchema>): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(text: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw invalidField('query.cursorPaging.cursor', 'is not a cursor of this query');
  }
}
