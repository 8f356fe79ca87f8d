import { expect, it } from 'vitest';
import { copy } from './copy';

it('is equal to what it was made of and shares nothing with it', () => {
  const row = { a: 1, b: null, c: 'x', d: undefined, list: [{ e: true }, 2], deep: { f: { g: [] } } };
  const copied = copy(row);
  expect(copied).toStrictEqual(row);
  copied.list.push(3);
  copied.deep.f = { g: [] };
  expect(row).toEqual({ a: 1, b: null, c: 'x', list: [{ e: true }, 2], deep: { f: { g: [] } } });
  expect(copy(row).list[0]).not.toBe(row.list[0]);
});
