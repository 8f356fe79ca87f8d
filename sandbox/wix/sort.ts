import { z } from 'zod';
import { isObject, valueAt } from './json';

export const sortSchema = z.array(z.object({ fieldName: z.string(), order: z.enum(['ASC', 'DESC']).default('ASC') }));
export type Sort = z.infer<typeof sortSchema>;

type Key = readonly (string | number | boolean | null)[];

/** What a row sorts by; its id comes last, so that no two rows are equal and a cursor always knows where it stands. */
export function sortKey(row: { readonly id: string }, sort: Sort): Key {
  return [...sort.map(({ fieldName }) => sortable(valueAt(row, fieldName))), row.id];
}

/** Dates stay text: the stand-in writes them all in one form, whose order is that of time, and parsing each is slow. */
function sortable(value: unknown): Key[number] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isObject(value) && typeof value['$date'] === 'string' ? value['$date'] : null;
}

export function compareKeys(left: Key, right: Key, sort: Sort): number {
  for (let index = 0; index < left.length; index += 1) {
    const sign = compareScalars(left[index] ?? null, right[index] ?? null);
    if (sign !== 0) return sort[index]?.order === 'DESC' ? -sign : sign;
  }
  return 0;
}

const RANK: Readonly<Record<string, number>> = { object: 0, number: 1, string: 2, boolean: 3 };

function compareScalars(left: Key[number], right: Key[number]): number {
  if (left === null && right === null) return 0;
  if (left === null || right === null || typeof left !== typeof right) return (RANK[typeof left] ?? 0) - (RANK[typeof right] ?? 0);
  return left < right ? -1 : left > right ? 1 : 0;
}
