import { retryClass, retryDelayMs } from '../../core/retry-class';
import { isSyncError } from '../../core/sync-error';
import { noteBacklog } from './note-backlog';
import type { SyncSession } from './session';
import { settleProduct } from './settle-product';
import type { HintRow } from './tables';

/** For writing down how far it came, and so to let go of the hint. */
const RECORD_CALLS = 1;

/** Follows a hint the caller owns and records how far it came. Answers whether more of it is due at once. Throws only what is not a `SyncError`. */
export async function settleHint(session: SyncSession, hint: HintRow): Promise<boolean> {
  const { rows, clock } = session;
  try {
    const progress = await session.budget.keeping(RECORD_CALLS, () => settleProduct(session, hint));
    const [cursor, dueAtMs] = progress.kind === 'done' ? [null, null] : [progress.cursor, clock.nowMs()];
    const result = await rows.patch('hints', hint._id, { set: { cursor, dueAtMs, leaseUntilMs: 0, attempts: 0 } });
    const marked = result.kind === 'applied' && result.row.marks !== hint.marks;
    if (marked) await rows.patch('hints', hint._id, { set: { dueAtMs: clock.nowMs(), cursor: null } });
    return marked || progress.kind === 'more';
  } catch (error) {
    if (!isSyncError(error)) throw error;
    const isSpent = error.code === 'BUDGET_SPENT';
    if (!session.budget.has(1)) return false;
    if (isSpent) await rows.patch('hints', hint._id, { set: { dueAtMs: clock.nowMs(), leaseUntilMs: 0 } });
    else if (error.code === 'STORE_DOWN') await waitForStore(session, hint);
    else await postpone(session, hint, error.details.retryAfterMs ?? 0, retryClass(error.code) === 'throttled');
    return isSpent;
  }
}

/** Nothing is wrong with this product: it is due at once, which no drain acts on before the store is back. */
async function waitForStore(session: SyncSession, hint: HintRow): Promise<void> {
  const dueAtMs = session.clock.nowMs();
  await session.rows.patch('hints', hint._id, { set: { dueAtMs, leaseUntilMs: 0 } });
  if (session.budget.has(1)) await noteBacklog(session, dueAtMs);
}

/** A hint is never given up: when its schedule ends it stays at the longest pause, since a store may be down for days. */
async function postpone({ rows, clock, random }: SyncSession, hint: HintRow, retryAfterMs: number, throttled: boolean): Promise<void> {
  const LONGEST_MS = 24 * 60 * 60 * 1000;
  const delayMs = Math.max(retryDelayMs(throttled ? 0 : hint.attempts, random) ?? LONGEST_MS, retryAfterMs);
  await rows.patch('hints', hint._id, { set: { dueAtMs: clock.nowMs() + delayMs, leaseUntilMs: 0 }, increment: { attempts: 1 } });
}
