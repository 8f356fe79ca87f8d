import type { StoreProductId } from '../../core/ids';
import { hintRowId } from '../../core/link-id';
import type { SyncSession } from './session';
import type { HintRow } from './tables';

/** Most deliveries about a write arrive within this time. */
const HOLD_MS = 120_000;

/**
 * A walk that writes to the store hears of each of its writes again. Holding the products' hints beforehand makes such
 * a delivery cost two calls instead of six: while the walk goes on, it only leaves its mark. When the time is over,
 * each product is compared once, whatever was marked. 1 call, 2 for the first page.
 *
 * Limit: what a shopper writes about these products during the walk is carried across up to two minutes late.
 */
export async function holdHints({ rows, instanceId, clock, connection }: SyncSession, products: readonly StoreProductId[]): Promise<void> {
  const nowMs = clock.nowMs();
  const untilMs = nowMs + HOLD_MS;
  // Whoever owns a row at this moment must notice: both counters jump to where neither can have been.
  const held = (storeProductId: StoreProductId): HintRow => ({
    _id: hintRowId(instanceId, storeProductId), instanceId, storeProductId, cursor: null, attempts: 0, marks: nowMs, turn: nowMs, leaseUntilMs: 0, heldUntilMs: untilMs, dueAtMs: untilMs,
  });
  await rows.saveMany('hints', [...new Set(products)].map(held));
  if (connection.backlogDueAtMs === null) await rows.patch('connections', connection._id, { set: { backlogDueAtMs: untilMs } });
}
