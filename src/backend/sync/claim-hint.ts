import { LEASE_MS } from './lease';
import type { SyncSession } from './session';
import type { HintRow } from './tables';

/** As `claim` for links, without a mark: who drains a hint has nothing to tell whoever is at it. 1 call, none when taken. */
export async function claimHint({ rows, clock }: SyncSession, hint: HintRow): Promise<HintRow | null> {
  const nowMs = clock.nowMs();
  if (hint.leaseUntilMs > nowMs) return null;
  const result = await rows.patch('hints', hint._id, { set: { leaseUntilMs: nowMs + LEASE_MS, dueAtMs: nowMs + LEASE_MS }, increment: { turn: 1 } });
  return result.kind === 'applied' && result.row.turn === hint.turn + 1 ? result.row : null;
}
