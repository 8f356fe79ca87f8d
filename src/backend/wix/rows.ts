import type { Rows } from '../sync/rows';
import { findRows } from './find-rows';
import { patchRow, patchRows } from './patch-rows';
import { countRows, getRow, getRows } from './read-rows';
import type { RowsAccess } from './rows-access';
import { insertRow, insertRows, removeRows, saveRows } from './write-rows';

/** The app's rows on one site, in Wix Data. */
export function createRows(access: RowsAccess): Rows {
  return {
    insert: (table, row) => insertRow(access, table, row),
    insertMany: (table, rows) => insertRows(access, table, rows),
    get: (table, id) => getRow(access, table, id),
    getMany: (table, ids) => getRows(access, table, ids),
    find: (table, options) => findRows(access, table, options),
    patch: (table, id, options) => patchRow(access, table, id, options),
    patchMany: (table, patches) => patchRows(access, table, patches),
    saveMany: (table, rows) => saveRows(access, table, rows),
    removeMany: (table, ids) => removeRows(access, table, ids),
    count: (table, where) => countRows(access, table, where),
  };
}
