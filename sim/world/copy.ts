/** A deep copy of a row, which is plain data. Several times as fast as `structuredClone`, which worlds spent a tenth of their time in. */
export function copy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copy(item)) as T;
  const copied: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) copied[key] = copy(item);
  return copied as T;
}
