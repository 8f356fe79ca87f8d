import type { SyncSession } from './session';

/** Lets whoever reads the connection know when work is due that was left behind. 1 call, none when it says so already. */
export async function noteBacklog({ rows, connection }: Pick<SyncSession, 'rows' | 'connection'>, dueAtMs: number): Promise<void> {
  if (connection.backlogDueAtMs !== null && connection.backlogDueAtMs <= dueAtMs) return;
  await rows.patch('connections', connection._id, { set: { backlogDueAtMs: dueAtMs } });
}
