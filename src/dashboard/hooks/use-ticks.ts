import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { RunSummary, SyncSummary, TickAnswer } from '../../backend/endpoints/api-types';
import { postTick } from '../api/client';
import { afterCalls, rested, waitMs } from './call-pace';
import { STATUS_KEY, TICK_KEY } from './query-keys';

const RUNNING_MS = 300;
/** Somebody else's tick has the run; it holds it for a moment. */
const TAKEN_MS = 2_000;
const IDLE_MS = 20_000;
const TROUBLE_MS = 10_000;

/**
 * Nothing works on its own on the platform, so an open dashboard lends it a hand: as often as the site's quota allows while a run
 * is on, now and then otherwise, which is when retries and missed changes are caught up with.
 */
export function useTicks(summary: SyncSummary | undefined): UseQueryResult<TickAnswer> {
  const client = useQueryClient();
  const connected = summary?.kind === 'connected' && !summary.connection.paused;
  const running = summary?.kind === 'connected' && summary.run?.state === 'running';
  const down = summary?.kind === 'connected' && summary.connection.down !== null;
  const pace = useRef(rested(Date.now()));
  const ticks = useQuery({
    queryKey: TICK_KEY,
    queryFn: async () => {
      const answer = await postTick();
      pace.current = afterCalls(pace.current, answer.calls, Date.now());
      return answer;
    },
    enabled: connected,
    retry: false,
    // Sync that goes on after a pause is worked for at once, however short the pause was.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchIntervalInBackground: running,
    refetchInterval: ({ state }) => Math.max(down ? IDLE_MS : 0, pauseMs(state.status === 'error', running, state.data ?? null), waitMs(pace.current, Date.now()), shareMs(state.data)),
  });
  const finishedAtMs = ticks.data?.run?.state === 'done' ? ticks.data.run.updatedAtMs : null;
  useEffect(() => {
    if (finishedAtMs !== null) void client.invalidateQueries({ queryKey: STATUS_KEY });
  }, [client, finishedAtMs]);
  return ticks;
}

function pauseMs(failed: boolean, running: boolean, last: TickAnswer | null): number {
  if (failed) return TROUBLE_MS;
  if (last?.run?.state === 'done') return IDLE_MS;
  if (last?.drained.more === true) return RUNNING_MS;
  if (!running) return IDLE_MS;
  return last?.run === null ? TAKEN_MS : RUNNING_MS;
}

/** What waits beside a run need not wait for the run's share of the quota. */
function shareMs(last: TickAnswer | undefined): number {
  return last === undefined || last.drained.more ? 0 : last.waitMs;
}

/** The run as whoever looked last saw it. */
export function latestRun(a: RunSummary | null, b: RunSummary | null): RunSummary | null {
  if (a === null || b === null) return a ?? b;
  return b.updatedAtMs >= a.updatedAtMs ? b : a;
}
