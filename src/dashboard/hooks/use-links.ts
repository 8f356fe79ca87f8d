import { useInfiniteQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LinkItem, LinksAnswer } from '../../backend/endpoints/api-types';
import { getLinks } from '../api/client';
import type { Reason } from '../format/sync/reason-names';
import { LINKS_KEY } from './query-keys';

export interface LinksFilter {
  readonly state: LinkItem['state'] | null;
  readonly code: Reason | null;
  readonly q: string | null;
}

/** The list of links as narrowed, page by page. Read again whenever `version` says that something happened. */
export function useLinks({ state, code, q }: LinksFilter, version: string): UseInfiniteQueryResult<InfiniteData<LinksAnswer>> {
  const client = useQueryClient();
  useEffect(() => {
    void client.invalidateQueries({ queryKey: LINKS_KEY });
  }, [client, version]);
  return useInfiniteQuery({
    queryKey: [...LINKS_KEY, state, code, q],
    queryFn: ({ pageParam }: { pageParam: string | null }) => getLinks({ state, code, q, cursor: pageParam }),
    initialPageParam: null,
    getNextPageParam: (last: LinksAnswer) => last.next,
  });
}
