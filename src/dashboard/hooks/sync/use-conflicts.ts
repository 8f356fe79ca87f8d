import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ConflictItem, ConflictsAnswer } from '../../../backend/endpoints/api-types';
import { getConflicts } from '../../api/sync-client';
import { CONFLICTS_KEY } from '../query-keys';

/** Without open conflicts a look is a single call. */
const LOOK_MS = 60_000;

/** Values that gave way, newest first, page by page. */
export function useConflicts(state: ConflictItem['state']): UseInfiniteQueryResult<InfiniteData<ConflictsAnswer>> {
  return useInfiniteQuery({
    queryKey: [...CONFLICTS_KEY, state],
    queryFn: ({ pageParam }: { pageParam: string | null }) => getConflicts(state, pageParam),
    initialPageParam: null,
    getNextPageParam: (last: ConflictsAnswer) => last.next,
    refetchInterval: LOOK_MS,
    refetchOnWindowFocus: false,
  });
}
