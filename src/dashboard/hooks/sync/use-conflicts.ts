import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ConflictItem, ConflictsAnswer } from '../../../backend/endpoints/api-types';
import { getConflicts } from '../../api/sync-client';
import { CONFLICTS_KEY } from '../query-keys';

/** Without open conflicts a look is a single call. */
const LOOK_MS = 60_000;
/** With many it is ten, so that a busy shop is not looked at with every event. */
const CHANGED_LOOK_MS = 10_000;

/** Values that gave way, newest first, page by page. Looked at again soon when `version` says that something happened. */
export function useConflicts(state: ConflictItem['state'], version: string): UseInfiniteQueryResult<InfiniteData<ConflictsAnswer>> {
  const list = useInfiniteQuery({
    queryKey: [...CONFLICTS_KEY, state],
    queryFn: ({ pageParam }: { pageParam: string | null }) => getConflicts(state, pageParam),
    initialPageParam: null,
    getNextPageParam: (last: ConflictsAnswer) => last.next,
    refetchInterval: LOOK_MS,
    refetchOnWindowFocus: false,
  });
  const { refetch, dataUpdatedAt } = list;
  const seen = useRef(version);
  const readAtMs = useRef(dataUpdatedAt);
  readAtMs.current = dataUpdatedAt;
  useEffect(() => {
    if (seen.current === version) return undefined;
    const timer = window.setTimeout(() => {
      seen.current = version;
      void refetch();
    }, Math.max(0, readAtMs.current + CHANGED_LOOK_MS - Date.now()));
    return () => window.clearTimeout(timer);
  }, [version, refetch]);
  return list;
}
