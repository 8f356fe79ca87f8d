import type { StoreProductId } from '../../core/ids';
import { hintRowId } from '../../core/link-id';
import { LEASE_MS } from './lease';
import type { SiteSession } from './session';
import type { HintRow } from './tables';

/** A hint on record. `owned`: nobody else can be at it, since this invocation wrote its row. */
export interface ReceivedHint {
  readonly row: HintRow;
  readonly owned: boolean;
}

/**
 * Puts "this product's reviews may have changed" on record; a hint that already waits is merged with it. 1 call, 2 for
 * the first hint of a product.
 */
export async function receiveHint(site: SiteSession, storeProductId: StoreProductId): Promise<ReceivedHint> {
  const { rows, instanceId, clock } = site;
  const nowMs = clock.nowMs();
  const _id = hintRowId(instanceId, storeProductId);
  const marked = await mark(site, _id, nowMs);
  if (marked !== null) return { row: marked, owned: false };
  const row: HintRow = { _id, instanceId, storeProductId, cursor: null, attempts: 0, marks: 1, turn: 1, leaseUntilMs: nowMs + LEASE_MS, heldUntilMs: 0, dueAtMs: nowMs + LEASE_MS };
  if ((await rows.insert('hints', row)) === 'inserted') return { row, owned: true };
  // Two first hints at the same moment: the other one's row takes our mark.
  return { row: (await mark(site, _id, nowMs)) ?? row, owned: false };
}

/** From the first page again: what is half compared may have changed since. */
async function mark({ rows }: SiteSession, id: string, nowMs: number): Promise<HintRow | null> {
  const result = await rows.patch('hints', id, { set: { dueAtMs: nowMs, cursor: null }, increment: { marks: 1 } });
  return result.kind === 'applied' ? result.row : null;
}
