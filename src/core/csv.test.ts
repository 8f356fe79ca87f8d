import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvFile, csvRow } from './csv';

describe('a cell', () => {
  it.each([
    ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
    ['+1', `'+1`],
    ['-2+3', `'-2+3`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\tcmd', `'\tcmd`],
    ['\rcmd', `"'\rcmd"`],
    ["Mug;=1+cmd|'/C calc'!A0", "Mug;'=1+cmd|'/C calc'!A0"],
    ['Mug\t @SUM(A1)', "Mug\t '@SUM(A1)"],
  ])('that a spreadsheet would run, %j, is shown instead', (value, cell) => {
    expect(csvRow([value])).toBe(cell);
  });

  it.each([['plain', 'plain'], ['a, b', '"a, b"'], ['say "hi"', '"say ""hi"""'], ['two\nlines', '"two\nlines"'], ['a=b', 'a=b'], ['a; b | c', 'a; b | c'], ['', '']])('of ordinary text %j stays what it is', (value, cell) => {
    expect(csvRow([value])).toBe(cell);
  });

  it('of a number is the number, below zero as well, and of nothing is empty', () => {
    expect(csvRow([5, -1, null, 0])).toBe('5,-1,,0');
  });
});

describe('a file', () => {
  it('is read back cell by cell, with nothing in it that begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
        const read: string[][] = parse(csvFile(rows), { bom: true, relax_column_count: true });
        for (const [at, row] of read.entries()) {
          for (const [column, text] of row.entries()) {
            expect(text).not.toMatch(/^[=+\-@\t\r]/u);
            expect(text).not.toMatch(/[;\t|]\s*[=+\-@]/u);
            expect(text.replaceAll("'", '')).toBe(rows[at]?.[column]?.replaceAll("'", ''));
          }
        }
        expect(read).toHaveLength(rows.length);
      }),
    );
  });

  it('says that it is UTF-8, and ends every line', () => {
    expect(csvFile([['é'], ['b']])).toBe('\u{FEFF}é\r\nb\r\n');
    expect(csvFile([])).toBe('\u{FEFF}');
  });
});
