import type { StoreProductId } from '../../core/ids';
import type { DrainReport } from '../sync/drain';
import type { PacedPreview } from '../sync/pace-preview';
import type { PreviewRunRow } from '../sync/preview-row';
import type { ReceivedHint } from '../sync/receive-hint';
import type { SiteSession, SyncSession } from '../sync/session';
import type { RunRow } from '../sync/tables';

/** The part of the engine that endpoints set going. Handed in, so that a handler's test needs no engine. */
export interface Engine {
  drain(session: SyncSession): Promise<DrainReport>;
  /** `false` while the store is down. At most 4 calls, none while all is well. */
  probeWhenDue(session: SyncSession): Promise<boolean>;
  /** `null` when there is nothing to run, or another invocation is at it; as it stands when it had its share of the minute. */
  tickBackfill(session: SyncSession): Promise<RunRow | null>;
  startBackfill(session: SyncSession): Promise<RunRow>;
  startSweep(session: SyncSession): Promise<RunRow>;
  startRollback(session: SyncSession, undoes: number): Promise<RunRow>;
  startRemoval(session: SyncSession, most: number): Promise<RunRow>;
  cancelRun(site: SiteSession): Promise<RunRow>;
  releaseRun(site: SiteSession): Promise<RunRow>;
  /** `true` when a day has passed since the last walk, and one was begun. */
  sweepWhenDue(session: SyncSession): Promise<boolean>;
  lookAtNewestWhenDue(session: SyncSession): Promise<boolean>;
  resolveConflict(session: SyncSession, id: string, pick: 'kept' | 'restored'): Promise<void>;
  pauseRun(site: SiteSession): Promise<RunRow>;
  resumeRun(site: SiteSession): Promise<RunRow>;
  startPreview(session: SyncSession): Promise<PreviewRunRow>;
  /** As `tickBackfill`, on paper. */
  tickPreview(session: SyncSession): Promise<PacedPreview>;
  currentPreview(site: SiteSession): Promise<PreviewRunRow | null>;
  cancelPreview(site: SiteSession): Promise<PreviewRunRow | null>;
  /** Puts "this product's reviews may have changed" on record. 1 or 2 calls. */
  receiveHint(site: SiteSession, storeProductId: StoreProductId): Promise<ReceivedHint>;
  /** Compares that product's reviews with their links, and settles what differs. */
  followHint(session: SyncSession, hint: ReceivedHint): Promise<void>;
}
