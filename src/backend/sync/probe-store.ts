import { isSyncError } from '../../core/sync-error';
import { reopenStore } from './reopen';
import type { SyncSession } from './session';

/** The claim, the probe and the record. */
const PROBE_CALLS = 4;

/**
 * Asks a store that was down whether it is back, when the time for that has come: a harmless read, so that no review has
 * to be what is tried out. Says whether there is a store to work with. No call while all is well, or before that time.
 */
export async function probeWhenDue(session: SyncSession): Promise<boolean> {
  const { store, breaker, budget, connection } = session;
  if (breaker?.isDown() !== true) return true;
  if (breaker.isShut() || !budget.has(PROBE_CALLS)) return false;
  try {
    await store.check();
  } catch (error) {
    if (!isSyncError(error)) throw error;
  }
  if (breaker.isDown()) return false;
  await reopenStore(session, connection);
  return true;
}
