import type { SyncSession } from './session';

/** How long a value that gave way can still be brought back after somebody decided about it. */
export const DECIDED_KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** What `dropDecided` makes at most. */
export const DROP_CALLS = 2;

/**
 * Values that gave way are customers' words. Once decided and three months old, nobody comes back for them; what still waits
 * for a decision stays, however old. The oldest hundred, so that a sweep a day keeps up. 1 call, 2 when there are some.
 */
export async function dropDecided({ rows, clock }: SyncSession): Promise<void> {
  const where = { state: ['kept', 'restored'], atMs: { atMost: clock.nowMs() - DECIDED_KEPT_MS } } as const;
  const old = await rows.find('conflicts', { where, sort: { by: 'atMs' }, limit: 100 });
  if (old.rows.length > 0) await rows.removeMany('conflicts', old.rows.map(({ _id }) => _id));
}
