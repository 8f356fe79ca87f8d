import { isSyncError, SyncError } from '../../../core/sync-error';
import type { CreateResult, StoreDraft } from '../store';
import { batch, type BatchItem } from './batch';
import { clampRating } from './clamp-rating';
import { MAX_ITEMS } from './page';
import type { Send } from './request';
import { statusToWoo } from './status-table';
import { wireId } from './wire-id';
import { wireText } from './wire-text';

/** Sends the drafts that can be sent; the others are refused without a word to the store. No call when there is none to send. */
export async function createReviews(send: Send, drafts: readonly StoreDraft[]): Promise<readonly CreateResult[]> {
  if (drafts.length > MAX_ITEMS) throw new SyncError('INPUT_INVALID', { field: 'drafts', got: `${drafts.length} drafts`, expected: `at most ${MAX_ITEMS}` });
  const prepared = drafts.map(prepare);
  const items = prepared.filter((draft) => !isSyncError(draft));
  const results = items.length === 0 ? [] : await batch(send, 'create', items);
  const remaining = results.values();
  return prepared.map((draft) => (isSyncError(draft) ? { kind: 'refused', error: draft } : toResult(remaining.next().value)));
}

function prepare(draft: StoreDraft): object {
  try {
    return toWire(draft);
  } catch (error) {
    if (isSyncError(error)) return error;
    throw error;
  }
}

function toWire({ productId, fields, email, writtenAt }: StoreDraft): object {
  return {
    product_id: wireId(productId),
    review: wireText(fields.body),
    reviewer: wireText(fields.author),
    reviewer_email: email,
    status: statusToWoo(fields.status),
    date_created_gmt: toSeconds(writtenAt),
    ...(fields.rating === null ? {} : { rating: clampRating(fields.rating) }),
  };
}

/** Documented as read-only and honoured all the same, without fractions and without a zone. */
function toSeconds(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) throw new SyncError('INPUT_INVALID', { field: 'writtenAt', got: `text of ${iso.length} characters`, expected: 'an ISO 8601 date' });
  return date.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
}

function toResult(item: BatchItem | undefined): CreateResult {
  if (item === undefined) throw new SyncError('STORE_NOT_RECOGNISED', { field: 'create', got: 'no result', expected: 'one per draft' });
  if (item.kind === 'done') return { kind: 'created', review: item.review };
  return item.error.code === 'STORE_REVIEW_DUPLICATE' ? { kind: 'duplicate' } : item;
}
