import type { TableName, Tables } from '../sync/tables';
import { atMost } from './at-most';
import { bulkAnswer } from './bulk-answer';
import { callWix } from './call-wix';
import { collectionId } from './collection-id';
import type { RowsAccess } from './rows-access';

const MAX_ROWS = 1000;
const ID_TAKEN = 'WDE0074';

/** 1 call. Of two inserts of one `_id` Wix takes exactly one. */
export async function insertRow<N extends TableName>({ client, budget }: RowsAccess, table: N, row: Tables[N]): Promise<'inserted' | 'exists'> {
  const answer = await callWix<unknown>(budget, () => client.insertRow(collectionId(table), { ...row }), ({ status, code }) =>
    code === ID_TAKEN || (code === '' && status === 409) ? 'exists' : undefined,
  );
  return answer === 'exists' ? 'exists' : 'inserted';
}

/** 1 call. The SDK itself passes over rows whose `_id` is taken. */
export async function insertRows<N extends TableName>({ client, budget }: RowsAccess, table: N, rows: readonly Tables[N][]): Promise<void> {
  atMost(MAX_ROWS, 'rows', rows);
  if (rows.length === 0) return;
  bulkAnswer(await callWix<unknown>(budget, () => client.bulkInsertRows(collectionId(table), copies(rows))));
}

/** 1 call. Replaces whole rows and inserts what is missing. */
export async function saveRows<N extends TableName>({ client, budget }: RowsAccess, table: N, rows: readonly Tables[N][]): Promise<void> {
  atMost(MAX_ROWS, 'rows', rows);
  if (rows.length === 0) return;
  bulkAnswer(await callWix<unknown>(budget, () => client.bulkSaveRows(collectionId(table), copies(rows))));
}

/** 1 call. Missing rows are fine. */
export async function removeRows({ client, budget }: RowsAccess, table: TableName, ids: readonly string[]): Promise<void> {
  atMost(MAX_ROWS, 'ids', ids);
  if (ids.length === 0) return;
  bulkAnswer(await callWix<unknown>(budget, () => client.bulkRemoveRows(collectionId(table), [...ids])));
}

/** The SDK changes what it is given. */
function copies<T extends object>(rows: readonly T[]): T[] {
  return rows.map((row) => ({ ...row }));
}
