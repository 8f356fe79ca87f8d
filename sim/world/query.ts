import type { FindOptions, Found, Where } from '../../src/backend/sync/rows';
import type { TableName, Tables } from '../../src/backend/sync/tables';
import { copy } from './copy';
import type { AnyRow, Table } from './row-store';

/** One page of the rows that match, copied, as Wix Data answers a query. */
export function find<N extends TableName>(table: Table, { where, either = [], sort, limit, cursor, skip }: FindOptions<Tables[N]>): Found<Tables[N]> {
  const rows: Tables[N][] = [];
  for (const row of table.values()) if (matches(row, where) && (either.length === 0 || either.some((one) => matches(row, one)))) rows.push(row as Tables[N]);
  if (sort !== undefined) {
    const sign = sort.descending === true ? -1 : 1;
    rows.sort((a, b) => sign * (Number(a[sort.by]) - Number(b[sort.by])));
  }
  const from = cursor === null || cursor === undefined ? (skip ?? 0) : Number(cursor);
  return { rows: rows.slice(from, from + limit).map((row) => copy(row)), next: rows.length > from + limit ? String(from + limit) : null };
}

/** Conditions as `Where` defines them. */
export function matches<N extends TableName>(row: AnyRow, where: Where<Tables[N]>): boolean {
  return Object.entries(where).every(([key, wanted]: [string, unknown]) => {
    const value = (row as unknown as Record<string, unknown>)[key];
    if (Array.isArray(wanted)) return wanted.includes(value);
    if (typeof wanted === 'object' && wanted !== null) {
      if ('contains' in wanted) return typeof value === 'string' && value.toLowerCase().includes(String(wanted.contains).toLowerCase());
      if ('atMost' in wanted) return typeof value === 'number' && value <= Number(wanted.atMost);
      if ('above' in wanted) return typeof value === 'number' && value > Number(wanted.above);
      if ('not' in wanted) return value !== wanted.not;
    }
    return value === wanted;
  });
}
