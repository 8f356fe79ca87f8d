export type CsvValue = string | number | null;

/** Spreadsheets take a cell that begins so for a formula, which could fetch addresses or run programs. */
const FORMULA = /^[=+\-@\t\r]/u;

/** Where a comma is for decimals, spreadsheets part cells at a semicolon or a tab, whatever the quotes say: a beginning within the text. */
const FORMULA_WITHIN = /([;\t|]\s*)(?=[=+\-@])/gu;

const NEEDS_QUOTES = /[",\r\n]/u;

/** One row of RFC 4180. A text that a spreadsheet would calculate gets a leading apostrophe: it is shown, not run. */
export function csvRow(values: readonly CsvValue[]): string {
  return values.map(cell).join(',');
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const within = value.replaceAll(FORMULA_WITHIN, "$1'");
  const safe = FORMULA.test(within) ? `'${within}` : within;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A whole file. The mark at its beginning tells spreadsheets that it is UTF-8. */
export function csvFile(rows: readonly (readonly CsvValue[])[]): string {
  return `\u{FEFF}${rows.map((row) => `${csvRow(row)}\r\n`).join('')}`;
}
