import type { z } from 'zod';
import { SyncError } from '../../core/sync-error';

/** Checks the part of an answer we rely on. A different answer is Wix's fault and worth another try later. */
export function readAnswer<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new SyncError('WIX_SERVER_ERROR', { field: issue?.path.join('.') ?? 'answer', got: 'an answer of another shape' });
}
