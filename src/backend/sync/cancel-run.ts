import { connectionRowId, runRowId } from '../../core/link-id';
import { SyncError } from '../../core/sync-error';
import type { SiteSession } from './session';
import type { RunRow } from './tables';

/**
 * Ends a walk where it is. What it has copied stays, and a later walk finds it done; a tick that is at work ends its
 * page. 3 calls.
 */
export async function cancelRun({ rows, instanceId, clock }: SiteSession): Promise<RunRow> {
  const run = await rows.get('runs', runRowId(instanceId));
  if (run === null) throw new SyncError('INPUT_INVALID', { field: 'action', got: 'no run', expected: 'a run that is running or paused' });
  if (run.state !== 'running' && run.state !== 'paused') return run;
  const result = await rows.patch('runs', run._id, { set: { state: 'cancelled', updatedAtMs: clock.nowMs() } });
  // Without it, every entrance would look for a run that is none any more.
  await rows.patch('connections', connectionRowId(instanceId), { set: { walking: false } });
  return result.kind === 'applied' ? result.row : run;
}
