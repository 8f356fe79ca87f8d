import { z } from 'zod';
import type { Where } from '../sync/rows';
import type { TableName, Tables } from '../sync/tables';
import { atMost } from './at-most';
import { callWix } from './call-wix';
import { collectionId } from './collection-id';
import { readAnswer } from './read-answer';
import { rowFilter } from './row-filter';
import { rowFromItem } from './row-from-item';
import type { RowsAccess } from './rows-access';

const MAX_IDS = 100;
const list = z.object({ items: z.array(z.unknown()).default([]) });
const total = z.number();

/** 1 call. Reads the primary copy. */
export async function getRow<N extends TableName>({ client, budget, instanceId }: RowsAccess, table: N, id: string): Promise<Tables[N] | null> {
  const item = await callWix<unknown>(budget, () => client.getRow(collectionId(table), id, { consistentRead: true }));
  return rowFromItem(table, item, instanceId);
}

/** 1 call. Reads the primary copy. */
export async function getRows<N extends TableName>({ client, budget, instanceId }: RowsAccess, table: N, ids: readonly string[]): Promise<readonly Tables[N][]> {
  atMost(MAX_IDS, 'ids', ids);
  if (ids.length === 0) return [];
  const query = { filter: { _id: { $hasSome: [...ids] } }, paging: { limit: MAX_IDS } };
  const answer = await callWix<unknown>(budget, () => client.queryRows(collectionId(table), query, { consistentRead: true }));
  return readAnswer(list, answer).items.map((item) => rowFromItem(table, item, instanceId)).filter((row) => row !== null);
}

/** 1 call. May lag by seconds. */
export async function countRows<N extends TableName>({ client, budget, instanceId }: RowsAccess, table: N, where: Where<Tables[N]>): Promise<number> {
  return readAnswer(total, await callWix<unknown>(budget, () => client.countRows(collectionId(table), { filter: rowFilter(where, instanceId) })));
}
