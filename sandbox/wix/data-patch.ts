import { z } from 'zod';
import { badRequest } from './data-errors';
import type { Json } from './json';

const json: z.ZodType<Json> = z.json();

export const fieldModificationSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('SET_FIELD'), fieldPath: z.string(), setFieldOptions: z.object({ value: json.optional() }) }),
  z.object({ action: z.literal('REMOVE_FIELD'), fieldPath: z.string() }),
  z.object({ action: z.literal('INCREMENT_FIELD'), fieldPath: z.string(), incrementFieldOptions: z.object({ value: z.number() }) }),
  z.object({ action: z.literal('APPEND_TO_ARRAY'), fieldPath: z.string(), appendToArrayOptions: z.object({ value: json }) }),
  z.object({ action: z.literal('REMOVE_FROM_ARRAY'), fieldPath: z.string(), removeFromArrayOptions: z.object({ value: json }) }),
]);

export type FieldModification = z.infer<typeof fieldModificationSchema>;
type Data = Readonly<Record<string, Json>>;

export function applyPatch(data: Data, modifications: readonly FieldModification[]): Data {
  return modifications.reduce<Data>((current, modification) => setAt(current, modification.fieldPath.split('.'), (value) => modified(value, modification)), data);
}

/** `undefined` removes the field. */
function modified(value: Json | undefined, modification: FieldModification): Json | undefined {
  switch (modification.action) {
    case 'SET_FIELD':
      return modification.setFieldOptions.value ?? null;
    case 'REMOVE_FIELD':
      return undefined;
    case 'INCREMENT_FIELD':
      if (typeof value !== 'number' && value !== undefined && value !== null) throw badRequest(`Field ${modification.fieldPath} is not a number`);
      return (value ?? 0) + modification.incrementFieldOptions.value;
    case 'APPEND_TO_ARRAY':
      return [...listOf(value, modification.fieldPath), modification.appendToArrayOptions.value];
    case 'REMOVE_FROM_ARRAY': {
      const removed = JSON.stringify(modification.removeFromArrayOptions.value);
      return listOf(value, modification.fieldPath).filter((one) => JSON.stringify(one) !== removed);
    }
  }
}

/** `Array.isArray` alone answers a list of `any`. */
function isList(value: Json): value is Json[] {
  return Array.isArray(value);
}

function listOf(value: Json | undefined, path: string): readonly Json[] {
  if (value === undefined || value === null) return [];
  if (!isList(value)) throw badRequest(`Field ${path} is not an array`);
  return value;
}

function setAt(data: Data, path: readonly string[], change: (value: Json | undefined) => Json | undefined): Data {
  const [key, ...rest] = path;
  if (key === undefined || key === '' || key === '_id') throw badRequest(`Field path ${JSON.stringify(path.join('.'))} can not be changed`);
  const inner = data[key];
  const next = rest.length === 0 ? change(inner) : setAt(isRecord(inner) ? inner : {}, rest, change);
  const { [key]: _, ...others } = data;
  return next === undefined ? others : { ...data, [key]: next };
}

function isRecord(value: Json | undefined): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
