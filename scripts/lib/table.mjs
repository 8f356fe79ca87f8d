/**
 * A plain table: columns as wide as their widest cell, no colours, so that it reads the same in a log file.
 *
 * @param {string[][]} rows the first one is the heading
 */
export const table = (rows) => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
};

/** @param {number} sinceMs a reading of `performance.now()` */
export const seconds = (sinceMs) => ((performance.now() - sinceMs) / 1000).toFixed(1);
