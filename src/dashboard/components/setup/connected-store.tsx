import type { JSX } from 'react';
import { undoableRun, useRuns } from '../../hooks/sync/use-runs';
import { useSyncStatus } from '../../hooks/use-sync-status';
import { ConnectionCard } from '../connection-card';

/** The store that is connected, with what disconnecting would leave behind. */
export function ConnectedStore(): JSX.Element | null {
  const { data } = useSyncStatus();
  const summary = data?.kind === 'connected' ? data : null;
  const run = summary?.run ?? null;
  const runs = useRuns(run);
  if (summary === null) return null;
  const { connection, outcomes } = summary;
  return <ConnectionCard connection={connection} outcomes={outcomes} undoable={connection.paused ? null : undoableRun(run, runs.data)} />;
}
