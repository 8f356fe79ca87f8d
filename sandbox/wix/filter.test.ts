import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FilterError, matches } from './filter';

const row = { a: { b: 1 }, 'x.y': 2, tags: ['red', 'blue'], nothing: null, name: 'Émile Zola', at: { $date: '2024-05-01T00:00:00.000Z' }, iso: '2024-05-01T00:00:00Z' };

describe('a filter', () => {
  it.each([
    [{}, true],
    [{ 'a.b': 1, 'x.y': 2 }, true],
    [{ 'a.b': { $gte: 1, $lt: 2 } }, true],
    [{ nothing: null, missing: null }, true],
    [{ nothing: { $lte: 5 } }, false],
    [{ nothing: { $ne: null } }, false],
    [{ missing: { $exists: false } }, true],
    [{ tags: 'red' }, true],
    [{ tags: { $hasAll: ['red', 'blue'] } }, true],
    [{ tags: { $hasSome: ['green'] } }, false],
    [{ tags: { $isEmpty: false } }, true],
    [{ name: { $startsWith: 'émile' } }, true],
    [{ name: { $contains: 'zol' } }, true],
    [{ at: { $date: '2024-05-01T00:00:00.000Z' } }, true],
    [{ at: { $lt: { $date: '2024-05-02T00:00:00.000Z' } } }, true],
    [{ iso: { $gt: '2024-04-30T23:59:59.999Z' } }, true],
    [{ 'a.b': { $gt: '0' } }, false],
    [{ $or: [{ 'a.b': 9 }, { $not: { tags: 'green' } }] }, true],
    [{ 'a.b': { $nin: [1] } }, false],
  ])('%j holds: %s', (filter, expected) => {
    expect(matches(filter, row)).toBe(expected);
  });

  it.each([{ a: { $magic: 1 } }, { $nor: [] }, { a: { $in: 5 } }, 'a'])('with a fault is refused: %j', (filter) => {
    expect(() => matches(filter, row)).toThrow(FilterError);
  });

  it('and its negation never agree, and one side of an order always holds for numbers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (value, operand) => {
        for (const operator of ['$eq', '$ne', '$lt', '$lte', '$gt', '$gte']) {
          const filter = { n: { [operator]: operand } };
          expect(matches({ $not: filter }, { n: value })).toBe(!matches(filter, { n: value }));
        }
        expect(matches({ n: { $lt: operand } }, { n: value })).toBe(!matches({ n: { $gte: operand } }, { n: value }));
      }),
    );
  });
});
