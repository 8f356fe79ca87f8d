import { isSyncError } from '../../core/sync-error';
import { startSweep } from './run';
import { isStoreShut } from './is-store-shut';
import type { SyncSession } from './session';

/** Once a day the two shops are compared whether or not anything was heard of them. */
export const SWEEP_EVERY_MS = 24 * 60 * 60 * 1000;

/** What beginning a sweep takes. */
const START_CALLS = 6;

/**
 * Begins a sweep when the last walk is a day old. Wix has no scheduler, so every entrance that works through what is due
 * asks. One field of a row that was read anyway decides; no call when nothing is due. A shop that does not answer is asked
 * again at the next entrance.
 */
export async function sweepWhenDue(session: SyncSession): Promise<boolean> {
  const { connection, clock, budget } = session;
  const { walking, sweptAtMs } = connection;
  if (isStoreShut(session)) return false;
  if (walking || sweptAtMs === null || clock.nowMs() - sweptAtMs < SWEEP_EVERY_MS || !budget.has(START_CALLS)) return false;
  try {
    await startSweep(session);
    return true;
  } catch (error) {
    if (isSyncError(error)) return false;
    throw error;
  }
}
