import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { SyncSummary } from '../../backend/endpoints/api-types';
import { getStatus } from '../api/client';
import { STATUS_KEY } from './query-keys';

const POLL_MS = 5_000;
/** A run writes something all the time and its ticks report by themselves; its calls are better spent on it. */
const RUNNING_POLL_MS = 15_000;
/** Counts may change without an event, so now and then everything is read again. */
const FULL_READ_MS = 60_000;

/** How the sync stands, looked at again every few seconds, or at the pace that is asked for. While nothing happens, a look is nearly free. */
export function useSyncStatus(pollMs = POLL_MS): UseQueryResult<SyncSummary> {
  const client = useQueryClient();
  return useQuery({
    queryKey: STATUS_KEY,
    refetchInterval: ({ state }) => (isRunning(state.data) ? RUNNING_POLL_MS : pollMs),
    queryFn: async (): Promise<SyncSummary> => {
      const known = client.getQueryData<SyncSummary>(STATUS_KEY);
      const invalidated = client.getQueryState(STATUS_KEY)?.isInvalidated === true;
      const last = !invalidated && known?.kind === 'connected' && Date.now() - known.checkedAtMs < FULL_READ_MS ? known : null;
      const answer = await getStatus(last?.version ?? null);
      if (answer.kind !== 'unchanged') return answer;
      // `unchanged` only ever answers a version, and a version only comes with a summary.
      return last === null ? { kind: 'disconnected', copied: false } : { ...last, run: answer.run };
    },
  });
}

function isRunning(summary: SyncSummary | undefined): boolean {
  return summary?.kind === 'connected' && summary.run?.state === 'running';
}
