import type { z } from 'zod';
import { SyncError } from '../../core/sync-error';
import { readBody } from './read-body';

/** The request's JSON, checked. A schema's messages name what is expected; what came is told by its shape alone. */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  return check(parseJson(new TextDecoder().decode(await readBody(request))), schema, 'body');
}

/** As `readJson`, for the address's query. A repeated parameter counts once, the last. */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  return check(Object.fromEntries(new URL(request.url).searchParams), schema, 'query');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyncError('INPUT_INVALID', { field: 'body', got: `${text.length} characters`, expected: 'JSON' });
  }
}

function check<Schema extends z.ZodType>(value: unknown, schema: Schema, whole: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).map(String);
  throw new SyncError('INPUT_INVALID', {
    field: path.length === 0 ? whole : path.join('.'),
    got: shapeOf(path.reduce(step, value)),
    expected: issue?.code === 'unrecognized_keys' ? 'only fields that belong to it' : (issue?.message ?? 'something else'),
  });
}

function step(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Reflect.get(value, key) : undefined;
}

function shapeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return `text of ${value.length} characters`;
  return Array.isArray(value) ? 'a list' : typeof value;
}
