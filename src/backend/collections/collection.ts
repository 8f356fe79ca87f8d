export type FieldType = 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'OBJECT';

export interface CollectionField {
  readonly key: string;
  readonly type: FieldType;
  readonly encrypted?: boolean;
}

/** The part of Wix's data collection definition that we use. */
export interface Collection {
  readonly displayName: string;
  readonly fields: readonly CollectionField[];
  /** One field each: Wix grants three per collection, and `_id` has its own. */
  readonly indexes: readonly string[];
}

/**
 * The fields of a table. The type asks for every property of its row and for no other, so the collection cannot fall
 * behind the row.
 */
export function fieldsOf<Row extends { readonly _id: string }>(types: Readonly<Record<Exclude<keyof Row & string, '_id'>, FieldType>>, encrypted: readonly (keyof Row & string)[] = []): readonly CollectionField[] {
  const secret = new Set<string>(encrypted);
  return Object.entries<FieldType>(types).map(([key, type]) => ({ key, type, ...(secret.has(key) ? { encrypted: true } : {}) }));
}
