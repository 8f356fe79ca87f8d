/** `_links` every single item carries. */
export function itemLinks(collection: string, id: number): Record<string, unknown> {
  return {
    self: [{ href: `${collection}/${id}`, targetHints: { allow: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] } }],
    collection: [{ href: collection }],
  };
}

/** Keeps what `_fields` asks for; `null` keeps everything. Nested names count by their first part. */
export function pickFields(item: Record<string, unknown>, fields: readonly string[] | null): Record<string, unknown> {
  if (fields === null) return item;
  return Object.fromEntries(Object.entries(item).filter(([key]) => fields.includes(key)));
}

export function readFields(raw: unknown): readonly string[] | null {
  if (raw === undefined || raw === '') return null;
  const names = Array.isArray(raw) ? raw.map(String) : (typeof raw === 'string' ? raw : JSON.stringify(raw)).split(',');
  return names.map((name) => name.trim().split('.')[0] ?? '');
}
