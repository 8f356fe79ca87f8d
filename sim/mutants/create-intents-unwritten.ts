import type { LinkRow } from '../../src/backend/sync/tables';
import * as real from '../world/rows';

export const simulatedRows: typeof real.simulatedRows = (...args) => {
  const rows = real.simulatedRows(...args);
  return {
    ...rows,
    insert: (name, row) => rows.insert(name, { ...row, ...strip(row) }),
    insertMany: (name, many) => rows.insertMany(name, many.map((row) => ({ ...row, ...strip(row) }))),
    saveMany: (name, many) => rows.saveMany(name, many.map((row) => ({ ...row, ...strip(row) }))),
    patch: (name, id, options) => rows.patch(name, id, { ...options, set: { ...options.set, ...strip(options.set) } }),
    patchMany: (name, many) => rows.patchMany(name, many.map((patch) => ({ ...patch, set: { ...patch.set, ...strip(patch.set) } }))),
  };
};

function strip(row: object): Partial<Pick<LinkRow, 'intent'>> {
  const { intent } = row as Partial<LinkRow>;
  return intent?.kind === 'create' ? { intent: null } : {};
}
