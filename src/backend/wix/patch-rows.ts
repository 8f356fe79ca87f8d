import type { PatchOptions, PatchResult } from '../sync/rows';
import type { TableName, Tables } from '../sync/tables';
import { atMost } from './at-most';
import { bulkPatchAnswer } from './bulk-answer';
import { callWix } from './call-wix';
import { collectionId } from './collection-id';
import { rowFromItem } from './row-from-item';
import type { RowsAccess } from './rows-access';

const MISSING_ITEM = 'WDE0073';

/** 1 call. Increments are added by Wix, so of two invocations that count up, each sees a number of its own. */
export async function patchRow<N extends TableName>({ client, budget, instanceId }: RowsAccess, table: N, id: string, { set, increment = {} }: PatchOptions<Tables[N]>): Promise<PatchResult<Tables[N]>> {
  const changes = [
    ...definedEntries(set).map(([fieldPath, value]) => ({ action: 'SET_FIELD' as const, fieldPath, value })),
    ...definedEntries(increment).map(([fieldPath, value]) => ({ action: 'INCREMENT_FIELD' as const, fieldPath, value })),
  ];
  const item = await callWix<unknown>(budget, () => client.patchRow(collectionId(table), id, changes), ({ status, code }) =>
    code === MISSING_ITEM || (code === '' && status === 404) ? null : undefined,
  );
  const row = rowFromItem(table, item, instanceId);
  return row === null ? { kind: 'missing' } : { kind: 'applied', row };
}

/** 1 call for all rows, each with fields of its own. */
export async function patchRows<N extends TableName>({ client, budget }: RowsAccess, table: N, patches: readonly ({ readonly id: string } & PatchOptions<Tables[N]>)[]): Promise<void> {
  atMost(1000, 'patches', patches);
  if (patches.length === 0) return;
  const bodies = patches.map(({ id, set, increment = {} }) => ({
    dataItemId: id,
    fieldModifications: [
      ...definedEntries(set).map(([fieldPath, value]) => ({ action: 'SET_FIELD' as const, fieldPath, setFieldOptions: { value } })),
      ...definedEntries(increment).map(([fieldPath, value]) => ({ action: 'INCREMENT_FIELD' as const, fieldPath, incrementFieldOptions: { value } })),
    ],
  }));
  bulkPatchAnswer(await callWix<unknown>(budget, () => client.bulkPatchRows(collectionId(table), bodies)), MISSING_ITEM);
}

function definedEntries(fields: object): [string, unknown][] {
  return Object.entries(fields).filter(([, value]) => value !== undefined);
}
