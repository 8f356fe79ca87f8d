import type { StoreProductId, StoreReviewId } from '../../../core/ids';
import { SyncError } from '../../../core/sync-error';

/** WooCommerce counts its records; anything else must not reach a path or a query. */
export function wireId(id: StoreReviewId | StoreProductId | string): number {
  if (!/^[1-9]\d{0,15}$/u.test(id)) throw new SyncError('INPUT_INVALID', { field: 'id', got: `text of ${id.length} characters`, expected: 'a whole number from 1 up' });
  return Number(id);
}
