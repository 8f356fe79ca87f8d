import { z } from 'zod';
import { SyncError } from '../../../core/sync-error';
import type { StoreReview } from '../store';
import { errorFromResponse } from './error-from-response';
import { MAX_ITEMS } from './page';
import { parseWire } from './parse-wire';
import { answer, type Send } from './request';
import { reviewFromWire } from './review-from-wire';

export type BatchVerb = 'create' | 'update';
export type BatchItem = { readonly kind: 'done'; readonly review: StoreReview } | { readonly kind: 'refused'; readonly error: SyncError };

const Answer = z.record(z.string(), z.unknown());
const Items = z.array(z.unknown());
const FailedItem = z.object({ error: z.object({ code: z.string(), data: z.object({ status: z.int() }).nullish() }) });

/**
 * Writes reviews through `/batch`: a single PUT puts backslashes before quotes, the batch keeps them. It answers 200
 * even when every item failed, so each one is looked at. Results are in the order of `items`.
 */
export async function batch(send: Send, verb: BatchVerb, items: readonly object[]): Promise<readonly BatchItem[]> {
  if (items.length > MAX_ITEMS) throw new SyncError('INPUT_INVALID', { field: verb, got: `${items.length} items`, expected: `at most ${MAX_ITEMS}` });
  const { json } = await answer(send({ method: 'POST', path: 'products/reviews/batch', body: { [verb]: items } }));
  const results = parseWire(Items, parseWire(Answer, json)[verb]);
  if (results.length !== items.length) throw new SyncError('STORE_NOT_RECOGNISED', { field: verb, got: `${results.length} results`, expected: `${items.length}` });
  return results.map(toItem);
}

function toItem(json: unknown): BatchItem {
  const failed = FailedItem.safeParse(json);
  if (!failed.success) return { kind: 'done', review: reviewFromWire(json) };
  const { code, data } = failed.data.error;
  return { kind: 'refused', error: errorFromResponse({ status: data?.status ?? 400, code, retryAfterMs: null }) };
}
