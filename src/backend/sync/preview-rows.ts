import type { PatchResult, Rows } from './rows';
import type { PreviewTally } from './preview-tally';
import type { RunRow, TableName, Tables } from './tables';

/** Where the walk's own rows go instead. Each has the shape of the one it stands for. */
const INSTEAD: Partial<Record<TableName, TableName>> = { links: 'previewLinks', authors: 'previewAuthors', runs: 'previewRuns' };

/** The only tables a preview writes to. */
const OWN: readonly TableName[] = ['previewLinks', 'previewAuthors', 'previewRuns'];

/**
 * The app's rows as a preview sees them: what a walk writes goes to rows that nothing else reads, matched products and
 * the connection are read as they are, and every other write is only counted.
 */
export function previewRows(rows: Rows, tally: PreviewTally): Rows {
  const at = <N extends TableName>(table: N): N => (INSTEAD[table] ?? table) as N;
  const pretend = <Result>(result: Result): Promise<Result> => {
    tally.pretend();
    return Promise.resolve(result);
  };
  const own = <Result>(table: TableName, write: () => Promise<Result>, otherwise: Result): Promise<Result> =>
    OWN.includes(at(table)) ? write() : pretend(otherwise);
  return {
    get: (table, id) => rows.get(at(table), id),
    getMany: (table, ids) => rows.getMany(at(table), ids),
    find: (table, options) => rows.find(at(table), options),
    count: (table, where) => rows.count(at(table), where),
    insert: (table, row) => own(table, () => rows.insert(at(table), row), 'inserted'),
    insertMany: (table, many) => own(table, () => rows.insertMany(at(table), many), undefined),
    saveMany: (table, many) => own(table, () => rows.saveMany(at(table), table === 'runs' ? (many as readonly RunRow[]).map(begun) as never : many), undefined),
    removeMany: (table, ids) => own(table, () => rows.removeMany(at(table), ids), undefined),
    patchMany: (table, patches) => own(table, () => rows.patchMany(at(table), patches), undefined),
    patch: <N extends TableName>(table: N, id: string, options: Parameters<Rows['patch']>[2]): Promise<PatchResult<Tables[N]>> => {
      if (table !== 'runs') return own<PatchResult<Tables[N]>>(table, () => rows.patch(at(table), id, options), { kind: 'missing' });
      // Each step of the walk ends with its progress, which is when what it cost goes along.
      const increment = { ...options.increment, ...tally.take(1) };
      return rows.patch('previewRuns', id, { ...options, increment }) as unknown as Promise<PatchResult<Tables[N]>>;
    },
  };
}

function begun(run: RunRow): Tables['previewRuns'] {
  return { ...run, stage: 'clearing', copyCursor: null, calls: 0, contacts: 0, productsAtMs: null, fieldsAtMs: null, before: { matched: 0, 'created-on-wix': 0, 'created-in-store': 0 } };
}
