import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Row {
  readonly id: string | number;
}

/** One kind of row, kept in memory and written through to the journal. Rows are replaced, never changed in place. */
export interface Table<R extends Row> {
  readonly get: (id: R['id']) => R | undefined;
  readonly put: (row: R) => void;
  /** Whether there was such a row. */
  delete(id: R['id']): boolean;
  /** Every row, in the order the ids were first put. */
  readonly all: () => R[];
  readonly size: number;
}

export interface Journal {
  /** Rows written by an earlier process come back as they were; the caller names the type it once wrote. */
  table<R extends Row>(name: string): Table<R>;
}

type Line = { readonly t: string; readonly put: Row } | { readonly t: string; readonly del: Row['id'] };

/** `1` and `'1'` stay two ids, as they are to the callers. */
type Rows = Map<Row['id'], Row>;

/**
 * Opens durable tables kept as one append-only file of JSON lines. Each put is on disk when it returns, so a
 * process killed with -9 loses nothing but a half-written last line. `null` keeps everything in memory.
 */
export function openJournal(file: string | null): Journal {
  const tables = file === null ? new Map<string, Rows>() : replay(file);
  if (file !== null) compact(file, tables);
  const append = file === null ? () => undefined : (line: Line) => appendFileSync(file, `${JSON.stringify(line)}\n`);
  return {
    table<R extends Row>(name: string) {
      return openTable<R>(name, rowsOf(tables, name), append);
    },
  };
}

function openTable<R extends Row>(name: string, rows: Rows, append: (line: Line) => void): Table<R> {
  // The file is this module's own; a table's rows have the type its callers put.
  const typed = rows as unknown as Map<R['id'], R>;
  return {
    get: (id) => typed.get(id),
    put(row) {
      append({ t: name, put: row });
      typed.set(row.id, row);
    },
    delete(id) {
      if (!typed.has(id)) return false;
      append({ t: name, del: id });
      return typed.delete(id);
    },
    all: () => [...typed.values()],
    get size() {
      return typed.size;
    },
  };
}

function replay(file: string): Map<string, Rows> {
  const tables = new Map<string, Rows>();
  if (!existsSync(file)) return tables;
  const lines = readFileSync(file, 'utf8').split('\n');
  lines.forEach((text, index) => {
    const line = text === '' ? null : parse(text, index === lines.length - 1);
    if (line === null) return;
    if ('put' in line) rowsOf(tables, line.t).set(line.put.id, line.put);
    else rowsOf(tables, line.t).delete(line.del);
  });
  return tables;
}

function parse(text: string, isLast: boolean): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch (error) {
    // Only the last line can be torn: a kill in the middle of the append leaves no newline behind it.
    if (isLast) return null;
    throw error;
  }
}

/** Rewrites the file with the living rows only; through a rename, so that a kill leaves the old file or the new. */
function compact(file: string, tables: Map<string, Rows>): void {
  mkdirSync(dirname(file), { recursive: true });
  const lines: string[] = [];
  for (const [t, rows] of tables) {
    for (const put of rows.values()) lines.push(`${JSON.stringify({ t, put })}\n`);
  }
  writeFileSync(`${file}.new`, lines.join(''));
  renameSync(`${file}.new`, file);
}

function rowsOf(tables: Map<string, Rows>, name: string): Rows {
  const present = tables.get(name);
  if (present !== undefined) return present;
  const rows: Rows = new Map();
  tables.set(name, rows);
  return rows;
}
