import type { Rows } from '../../src/backend/sync/rows';
import type { TableName, Tables } from '../../src/backend/sync/tables';
import type { Dice } from '../dice';
import type { Io } from '../io';
import type { Random } from '../random';
import { copy } from './copy';
import { find, matches } from './query';
import type { AnyRow, RowStore, Table } from './row-store';

type Reads = Pick<Rows, 'get' | 'getMany' | 'find' | 'count'>;

/** The app's rows as one invocation reaches them. */
export function simulatedRows(store: RowStore, io: Io, random: Random, dice: Dice): Rows {
  return { ...reads(store, io, random, dice), ...writes(store, io) };
}

function reads(store: RowStore, io: Io, random: Random, dice: Dice): Reads {
  const own = (table: Table): Table => (store.tenant === null ? table : new Map([...table].filter(([, { instanceId }]) => instanceId === store.tenant)));
  const listOf = (name: TableName): Table => own(dice.strikes('stale') ? store.past(name, random) : store.table(name));
  return {
    get: (name, id) => io.call('rows', 'get', () => read(store.table(name), id)),
    getMany: (name, ids) => {
      assertAtMost(ids.length, 100);
      return io.call('rows', 'getMany', () => ids.flatMap((id) => read(store.table(name), id) ?? []));
    },
    find: (name, options) => {
      assertAtMost(options.limit, 100);
      return io.call('rows', 'find', () => find(options.consistent === true ? own(store.table(name)) : listOf(name), options));
    },
    count: (name, where) => io.call('rows', 'count', () => [...listOf(name).values()].filter((row) => matches(row, where)).length),
  };
}

function writes(store: RowStore, io: Io): Omit<Rows, keyof Reads> {
  const write = <T>(name: TableName, what: string, effect: (table: Table) => T): Promise<T> =>
    io.call('rows', what, () => {
      store.snapshot(name);
      return effect(store.table(name));
    });
  return {
    insert: (name, row) => write(name, 'insert', () => (insertFree(store, name, row) ? 'inserted' : 'exists')),
    insertMany: (name, rows) =>
      write(name, 'insertMany', () => {
        for (const row of rows) insertFree(store, name, row);
      }),
    patch: (name, id, { set, increment }) =>
      write(name, 'patch', (table) => {
        const row = table.get(id);
        if (row === undefined) return { kind: 'missing' as const };
        const patched = { ...row, ...copy(set), ...incremented(row, increment) } as AnyRow;
        store.put(name, patched);
        return { kind: 'applied' as const, row: copy(patched) as never };
      }),
    patchMany: (name, patches) =>
      write(name, 'patchMany', (table) => {
        for (const { id, set, increment } of patches) {
          const row = table.get(id);
          if (row !== undefined) store.put(name, { ...row, ...copy(set), ...incremented(row, increment) });
        }
      }),
    saveMany: (name, rows) =>
      write(name, 'saveMany', () => {
        for (const row of rows) store.put(name, copy(row));
      }),
    removeMany: (name, ids) =>
      write(name, 'removeMany', (table) => {
        for (const id of ids) table.delete(id);
      }),
  };
}

/** Atomic, as in Wix Data: `false` when the `_id` is taken. */
function insertFree(store: RowStore, name: TableName, row: AnyRow): boolean {
  if (store.table(name).has(row._id)) return false;
  store.put(name, copy(row));
  return true;
}

function read<N extends TableName>(table: Table, id: string): Tables[N] | null {
  const row = table.get(id);
  return row === undefined ? null : (copy(row) as Tables[N]);
}

function incremented(row: AnyRow, increment: Partial<Record<string, number>> | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(increment ?? {}).map(([key, by]) => [key, Number((row as unknown as Record<string, unknown>)[key] ?? 0) + (by ?? 0)]));
}

function assertAtMost(count: number, limit: number): void {
  if (count > limit) throw new RangeError(`Expected at most ${limit}, got ${count}`);
}
