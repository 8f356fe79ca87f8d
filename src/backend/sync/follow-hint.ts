import { claimHint } from './claim-hint';
import { drainWhenDue } from './drain';
import type { ReceivedHint } from './receive-hint';
import type { SyncSession } from './session';
import { settleHint } from './settle-hint';

/** Acts on a hint that has just been put on record. Whoever is at it already will see the mark and look again. */
export async function followHint(session: SyncSession, { row, owned }: ReceivedHint): Promise<void> {
  const hint = owned ? row : await claimHint(session, row);
  if (hint !== null) await settleHint(session, hint);
  await drainWhenDue(session);
}
