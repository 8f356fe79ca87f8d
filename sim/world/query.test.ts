import { expect, it } from 'vitest';
import { hintRowId } from '../../src/core/link-id';
import { brandId, type StoreProductId } from '../../src/core/ids';
import type { HintRow } from '../../src/backend/sync/tables';
import { find, matches } from './query';
import type { Table } from './row-store';
import { INSTANCE } from './world';

function hint(number: number, dueAtMs: number | null): HintRow {
  const storeProductId = brandId<StoreProductId>(`sp${number}`);
  return { _id: hintRowId(INSTANCE, storeProductId), instanceId: INSTANCE, storeProductId, cursor: null, attempts: 0, marks: 0, turn: 0, leaseUntilMs: 0, heldUntilMs: 0, dueAtMs };
}

const TABLE: Table = new Map([hint(1, 30), hint(2, null), hint(3, 10), hint(4, 20)].map((row) => [row._id, row]));
const dueOf = (rows: readonly HintRow[]) => rows.map((row) => row.dueAtMs);

it('sorts, cuts into pages and goes on where it stopped', () => {
  const options = { where: { dueAtMs: { atMost: 100 } }, sort: { by: 'dueAtMs' }, limit: 2 } as const;
  const first = find<'hints'>(TABLE, options);
  expect(dueOf(first.rows)).toEqual([10, 20]);
  const second = find<'hints'>(TABLE, { ...options, cursor: first.next });
  expect([dueOf(second.rows), second.next]).toEqual([[30], null]);
});

it('answers with copies, so that nobody changes a row by accident', () => {
  const [row] = find<'hints'>(TABLE, { where: {}, limit: 1 }).rows;
  Object.assign(row ?? {}, { marks: 99 });
  expect([...TABLE.values()].some((one) => 'marks' in one && one.marks === 99)).toBe(false);
});

it('nothing is not at most anything', () => {
  expect(matches<'hints'>(hint(1, null), { dueAtMs: { atMost: 5 } })).toBe(false);
  expect(matches<'hints'>(hint(1, null), { dueAtMs: { not: null } })).toBe(false);
  expect(matches<'hints'>(hint(1, 3), { attempts: [0, 1], marks: 0 })).toBe(true);
});
