import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorPage } from './cursor-page';
import type { Sort } from './sort';

interface Row {
  readonly id: string;
  readonly n: number | null;
}

const rowsOf = fc.uniqueArray(fc.record({ id: fc.uuid(), n: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }) }), { selector: ({ id }) => id, maxLength: 40 });
const sortOf = fc.constantFrom<Sort>([], [{ fieldName: 'n', order: 'ASC' }], [{ fieldName: 'n', order: 'DESC' }]);

describe('walking by cursor', () => {
  it('shows every row once, in order, whatever the page size, and survives deletions of rows already shown', () => {
    fc.assert(
      fc.property(rowsOf, sortOf, fc.integer({ min: 1, max: 7 }), (rows, sort, limit) => {
        const whole = cursorPage(rows, { filter: {}, sort, limit: 1_000, cursor: null }).rows;
        const seen: Row[] = [];
        let left = rows;
        let cursor: string | null = null;
        do {
          const page: ReturnType<typeof cursorPage<Row>> = cursorPage(left, { filter: {}, sort, limit, cursor });
          seen.push(...page.rows);
          left = left.filter((row) => !page.rows.includes(row));
          cursor = page.next;
        } while (cursor !== null);
        expect(seen).toEqual(whole);
        expect(new Set(seen).size).toBe(rows.length);
      }),
    );
  });

  it('keeps filter and order in the cursor, so that a follow-up need not repeat them', () => {
    const rows = [1, 2, 3, 4].map((n) => ({ id: `${n}`, n }));
    const first = cursorPage(rows, { filter: { n: { $gt: 1 } }, sort: [{ fieldName: 'n', order: 'DESC' }], limit: 2, cursor: null });
    const second = cursorPage(rows, { filter: undefined, sort: [], limit: 2, cursor: first.next });
    expect([...first.rows, ...second.rows].map(({ n }) => n)).toEqual([4, 3, 2]);
    expect(second.next).toBeNull();
  });
});
