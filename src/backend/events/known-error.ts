import { isSyncError, SyncError } from '../../core/sync-error';

/** What an event's handler may throw: it leaves for Wix's telemetry, and foreign messages may quote a shopper; ours cannot. */
export function knownError(error: unknown): SyncError {
  return isSyncError(error) ? error : new SyncError('UNEXPECTED', { got: error instanceof Error ? error.name : typeof error });
}

/** Does what an event asks for, and throws nothing else. */
export async function throwingKnown(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw knownError(error);
  }
}
