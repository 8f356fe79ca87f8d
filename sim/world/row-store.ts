import type { TableName, Tables } from '../../src/backend/sync/tables';
import type { Random } from '../random';

export type AnyRow = Tables[TableName];
export type Table = Map<string, AnyRow>;

/** Wix Data as one site sees it: a primary copy, and lists that may be some writes behind. */
export class RowStore {
  readonly #tables = new Map<TableName, Table>();
  readonly #history = new Map<TableName, Table[]>();
  remembers = true;

  table(name: TableName): Table {
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const fresh: Table = new Map();
    this.#tables.set(name, fresh);
    return fresh;
  }

  all<N extends TableName>(name: N): Tables[N][] {
    return [...this.table(name).values()] as Tables[N][];
  }

  /** Remembers how the table looked, for stale reads. Worlds without them are spared the copies. */
  snapshot(name: TableName): void {
    if (!this.remembers) return;
    const past = this.#history.get(name) ?? [];
    past.push(new Map(this.table(name)));
    if (past.length > 6) past.shift();
    this.#history.set(name, past);
  }

  past(name: TableName, random: Random): Table {
    const past = this.#history.get(name) ?? [];
    return past.length === 0 ? this.table(name) : random.pick(past);
  }
}
