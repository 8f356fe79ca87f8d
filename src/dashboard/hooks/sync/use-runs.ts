import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RunsAnswer, RunSummary } from '../../../backend/endpoints/api-types';
import { getRuns } from '../../api/sync-client';
import { RUNS_KEY } from '../query-keys';

/** The latest runs. Read again when the present one begins, ends or is stopped: a look asks for the copies of each. */
export function useRuns(run: RunSummary | null): UseQueryResult<RunsAnswer> {
  const client = useQueryClient();
  const moment = run === null ? '-' : `${run.startedAtMs}.${run.state}`;
  useEffect(() => {
    void client.invalidateQueries({ queryKey: RUNS_KEY });
  }, [client, moment]);
  return useQuery({ queryKey: RUNS_KEY, queryFn: getRuns, refetchOnWindowFocus: false });
}

/** What the last complete check found, whatever ran since. */
export function lastStatement(run: RunSummary | null, runs: RunsAnswer | undefined): RunSummary['statement'] {
  return run?.statement ?? runs?.items.find(({ run: { statement } }) => statement !== null)?.run.statement ?? null;
}
