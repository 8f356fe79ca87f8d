import { z } from 'zod';
import { SyncError } from '../../core/sync-error';
import type { FindOptions, Found } from '../sync/rows';
import type { TableName, Tables } from '../sync/tables';
import { callWix } from './call-wix';
import { collectionId } from './collection-id';
import { readAnswer } from './read-answer';
import { rowFilter } from './row-filter';
import { rowFromItem } from './row-from-item';
import type { RowsAccess } from './rows-access';

const MAX_ROWS = 100;

const shape = z.object({
  items: z.array(z.unknown()).default([]),
  pagingMetadata: z.object({ hasNext: z.boolean().nullish(), cursors: z.object({ next: z.string().nullish() }).nullish() }).nullish(),
});

type Position = { readonly kind: 'offset'; readonly offset: number } | { readonly kind: 'cursor'; readonly cursor: string };

/**
 * One page of rows. The SDK asks for a first page by offset whatever it is told; Wix then hands out a cursor for the
 * rest, or leaves it to offsets. So our cursor says which of the two it is.
 */
export async function findRows<N extends TableName>({ client, budget, instanceId }: RowsAccess, table: N, options: FindOptions<Tables[N]>): Promise<Found<Tables[N]>> {
  const { where, either, sort, limit, consistent = false, cursor = null, skip = 0 } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_ROWS) throw new RangeError(`Expected \`limit\` to be a whole number from 1 to ${MAX_ROWS}, got ${limit}`);
  const position: Position = cursor === null ? { kind: 'offset', offset: skip } : readCursor(cursor);
  const query = {
    filter: rowFilter(where, instanceId, either),
    ...(sort === undefined ? {} : { sort: [{ fieldName: sort.by, order: sort.descending === true ? ('DESC' as const) : ('ASC' as const) }] }),
    ...(position.kind === 'cursor' ? { cursorPaging: { limit, cursor: position.cursor } } : { paging: { limit, offset: position.offset } }),
  };
  const answer = await callWix<unknown>(budget, () => client.queryRows(collectionId(table), query, consistent ? { consistentRead: true } : {}));
  const { items, pagingMetadata } = readAnswer(shape, answer);
  const rows = items.map((item) => rowFromItem(table, item, instanceId)).filter((row) => row !== null);
  return { rows, next: nextCursor(position, limit, items.length, pagingMetadata) };
}

function nextCursor(position: Position, limit: number, count: number, paging: z.output<typeof shape>['pagingMetadata']): string | null {
  const cursor = paging?.cursors?.next;
  if (cursor) return paging.hasNext === false ? null : `c:${cursor}`;
  if (position.kind === 'cursor') return null;
  const more = paging?.hasNext ?? count === limit;
  return more && count > 0 ? `o:${position.offset + count}` : null;
}

function readCursor(text: string): Position {
  if (text.startsWith('c:')) return { kind: 'cursor', cursor: text.slice(2) };
  if (/^o:\d{1,9}$/.test(text)) return { kind: 'offset', offset: Number(text.slice(2)) };
  throw new SyncError('INPUT_INVALID', { field: 'cursor', got: `${text.length} characters`, expected: 'a cursor this app answered with' });
}
