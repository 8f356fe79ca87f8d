import type { TableName, Tables } from '../../src/backend/sync/tables';
import { fingerprint } from '../../src/core/fingerprint';
import type { InstanceId, StoreReviewId } from '../../src/core/ids';
import type { Random } from '../random';

export type AnyRow = Tables[TableName];
export type Table = Map<string, AnyRow>;

const SHOWN = fingerprint('published');

/** Where rows lie. Several sites may share one, which is more than Wix Data ever lets them. */
export type SharedTables = Map<TableName, Table>;

/**
 * Wix Data as one site sees it: a primary copy, and lists that may be some writes behind. Lists hold the rows of `tenant`
 * only; an id reaches whatever lies under it.
 */
export class RowStore {
  readonly #tables: SharedTables;
  readonly tenant: InstanceId | null;
  readonly #history = new Map<TableName, Table[]>();
  /** Store reviews that some pair once agreed on as published: what the app can know of them, whatever it missed. */
  readonly agreedShown = new Set<StoreReviewId>();
  remembers = true;

  constructor(tables: SharedTables = new Map(), tenant: InstanceId | null = null) {
    this.#tables = tables;
    this.tenant = tenant;
  }

  table(name: TableName): Table {
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const fresh: Table = new Map();
    this.#tables.set(name, fresh);
    return fresh;
  }

  put(name: TableName, row: AnyRow): void {
    this.table(name).set(row._id, row);
    if (name !== 'links') return;
    const { base, storeReviewId } = row as Tables['links'];
    if (storeReviewId !== null && base?.store.status === SHOWN) this.agreedShown.add(storeReviewId);
  }

  all<N extends TableName>(name: N): Tables[N][] {
    const rows = [...this.table(name).values()] as Tables[N][];
    return this.tenant === null ? rows : rows.filter(({ instanceId }) => instanceId === this.tenant);
  }

  /** Remembers how the table looked, for stale reads. Worlds without them are spared the copies. */
  snapshot(name: TableName): void {
    if (!this.remembers) return;
    const past = this.#history.get(name) ?? [];
    past.push(new Map(this.table(name)));
    if (past.length > 6) past.shift();
    this.#history.set(name, past);
  }

  /** As when the app is removed: its collections go, but for what the owner matched by hand and would match again. */
  wipe(): void {
    this.#history.clear();
    for (const [name, table] of this.#tables) {
      if (name === 'products') continue;
      for (const [id, { instanceId }] of table) if (this.tenant === null || instanceId === this.tenant) table.delete(id);
    }
  }

  past(name: TableName, random: Random): Table {
    const past = this.#history.get(name) ?? [];
    return past.length === 0 ? this.table(name) : random.pick(past);
  }
}
