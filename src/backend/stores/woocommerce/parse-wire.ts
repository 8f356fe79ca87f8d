import type { z } from 'zod';
import { SyncError } from '../../../core/sync-error';

/** Checks an answer's shape. What does not fit is not WooCommerce, or a plug-in changed it beyond use. */
export function parseWire<Shape extends z.ZodType>(schema: Shape, json: unknown): z.infer<Shape> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SyncError('STORE_NOT_RECOGNISED', { field: issue?.path.join('.') || 'response', got: issue?.code ?? 'another shape', expected: 'the shape WooCommerce documents' });
}
