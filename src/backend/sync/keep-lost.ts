import { fingerprint } from '../../core/fingerprint';
import { conflictRowId } from '../../core/link-id';
import type { Conflict } from '../../core/plan-types';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/**
 * Puts values that are about to be overruled on record, before they are: after a crash in between nobody could tell what
 * they were. Told twice they are one row, which keeps what a person decided about it. 1 call, none without conflicts.
 */
export async function keepLost({ rows, instanceId, clock }: SyncSession, { _id: linkId }: LinkRow, conflicts: readonly Conflict[]): Promise<void> {
  if (conflicts.length === 0) return;
  const atMs = clock.nowMs();
  await rows.insertMany(
    'conflicts',
    conflicts.map(({ field, winner, lost }) => ({
      _id: conflictRowId(linkId, field, fingerprint(lost)), instanceId, linkId, field, winner, lost: JSON.stringify(lost), state: 'open' as const, atMs,
    })),
  );
}
