import type { InstanceId } from '../../../core/ids';
import type { FindOptions, Found, PatchOptions, PatchResult, Rows, Where } from '../../sync/rows';
import type { CallBudget } from '../../sync/call-budget';
import type { TableName, Tables } from '../../sync/tables';

type Stored = Record<string, unknown> & { _id: string; instanceId: string };

/** Rows kept in memory for handler tests. One map serves several sites, so that a leak between them would show. */
export class MemoryTables {
  readonly #rows = new Map<string, Stored>();
  /** What every whole-row save fails with, while set. */
  saveFailure: Error | null = null;

  of(instanceId: InstanceId, budget: CallBudget): Rows {
    return new MemoryRows(this, this.#rows, instanceId, budget);
  }

  all<N extends TableName>(table: N): readonly Tables[N][] {
    return [...this.#rows].filter(([key]) => key.startsWith(`${table}/`)).map(([, row]) => row as unknown as Tables[N]);
  }

  put<N extends TableName>(table: N, ...rows: readonly Tables[N][]): void {
    for (const row of rows) this.#rows.set(`${table}/${row._id}`, { ...row });
  }
}

class MemoryRows implements Rows {
  readonly #tables: MemoryTables;
  readonly #rows: Map<string, Stored>;
  readonly #instanceId: InstanceId;
  readonly #budget: CallBudget;

  constructor(tables: MemoryTables, rows: Map<string, Stored>, instanceId: InstanceId, budget: CallBudget) {
    this.#tables = tables;
    this.#rows = rows;
    this.#instanceId = instanceId;
    this.#budget = budget;
  }

  async insert<N extends TableName>(table: N, row: Tables[N]): Promise<'inserted' | 'exists'> {
    this.#budget.spend();
    if (this.#rows.has(`${table}/${row._id}`)) return 'exists';
    this.#rows.set(`${table}/${row._id}`, { ...row });
    return 'inserted';
  }

  async insertMany<N extends TableName>(table: N, rows: readonly Tables[N][]): Promise<void> {
    this.#budget.spend();
    for (const row of rows) if (!this.#rows.has(`${table}/${row._id}`)) this.#rows.set(`${table}/${row._id}`, { ...row });
  }

  async get<N extends TableName>(table: N, id: string): Promise<Tables[N] | null> {
    this.#budget.spend();
    return this.#own<N>(table).find((row) => row._id === id) ?? null;
  }

  async getMany<N extends TableName>(table: N, ids: readonly string[]): Promise<readonly Tables[N][]> {
    this.#budget.spend();
    if (ids.length > 100) throw new RangeError(`Expected at most 100 ids, got ${ids.length}`);
    return this.#own<N>(table).filter((row) => ids.includes(row._id));
  }

  async find<N extends TableName>(table: N, { where, either = [], sort, limit, cursor, skip }: FindOptions<Tables[N]>): Promise<Found<Tables[N]>> {
    this.#budget.spend();
    const rows = this.#own<N>(table).filter((row) => matches(row, where) && (either.length === 0 || either.some((one) => matches(row, one))));
    if (sort !== undefined) rows.sort((a, b) => compare(Reflect.get(a, sort.by), Reflect.get(b, sort.by)) * (sort.descending === true ? -1 : 1));
    const from = Number(cursor ?? skip ?? 0);
    return { rows: rows.slice(from, from + limit), next: rows.length > from + limit ? String(from + limit) : null };
  }

  async patch<N extends TableName>(table: N, id: string, { set, increment }: PatchOptions<Tables[N]>): Promise<PatchResult<Tables[N]>> {
    this.#budget.spend();
    const row = this.#rows.get(`${table}/${id}`);
    if (row?.instanceId !== this.#instanceId) return { kind: 'missing' };
    Object.assign(row, set);
    for (const [field, by] of Object.entries(increment ?? {})) row[field] = Number(row[field]) + Number(by);
    return { kind: 'applied', row: { ...row } as unknown as Tables[N] };
  }

  async patchMany<N extends TableName>(table: N, patches: readonly { readonly id: string; readonly set: PatchOptions<Tables[N]>['set'] }[]): Promise<void> {
    this.#budget.spend();
    for (const { id, set } of patches) Object.assign(this.#rows.get(`${table}/${id}`) ?? {}, set);
  }

  async saveMany<N extends TableName>(table: N, rows: readonly Tables[N][]): Promise<void> {
    this.#budget.spend();
    if (this.#tables.saveFailure !== null) throw this.#tables.saveFailure;
    for (const row of rows) this.#rows.set(`${table}/${row._id}`, { ...row });
  }

  async removeMany<N extends TableName>(table: N, ids: readonly string[]): Promise<void> {
    this.#budget.spend();
    for (const id of ids) this.#rows.delete(`${table}/${id}`);
  }

  async count<N extends TableName>(table: N, where: Where<Tables[N]>): Promise<number> {
    this.#budget.spend();
    return this.#own<N>(table).filter((row) => matches(row, where)).length;
  }

  #own<N extends TableName>(table: N): Tables[N][] {
    const mine = [...this.#rows].filter(([key, row]) => key.startsWith(`${table}/`) && row.instanceId === this.#instanceId);
    return mine.map(([, row]) => ({ ...row }) as unknown as Tables[N]);
  }
}

function matches(row: object, where: object): boolean {
  return Object.entries(where).every(([field, wanted]: [string, unknown]) => {
    const value: unknown = Reflect.get(row, field);
    if (Array.isArray(wanted)) return wanted.includes(value);
    if (typeof wanted !== 'object' || wanted === null) return value === wanted;
    if ('contains' in wanted) return typeof value === 'string' && value.toLowerCase().includes(String(wanted.contains).toLowerCase());
    if ('atMost' in wanted) return typeof value === 'number' && value <= Number(wanted.atMost);
    return 'above' in wanted ? typeof value === 'number' && value > Number(wanted.above) : value !== Reflect.get(wanted, 'not');
  });
}

function compare(a: unknown, b: unknown): number {
  return Number(a) - Number(b);
}
