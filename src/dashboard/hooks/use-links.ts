import { useInfiniteQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LinkItem, LinksAnswer } from '../../backend/endpoints/api-types';
import { getLinks } from '../api/client';
import { LINKS_KEY, linksKey } from './query-keys';

/** The list of links in one state, or all, page by page. Read again whenever `version` says that something happened. */
export function useLinks(state: LinkItem['state'] | null, version: string): UseInfiniteQueryResult<InfiniteData<LinksAnswer>> {
  const client = useQueryClient();
  useEffect(() => {
    void client.invalidateQueries({ queryKey: LINKS_KEY });
  }, [client, version]);
  return useInfiniteQuery({
    queryKey: linksKey(state),
    queryFn: ({ pageParam }: { pageParam: string | null }) => getLinks({ state, cursor: pageParam }),
    initialPageParam: null,
    getNextPageParam: (last: LinksAnswer) => last.next,
  });
}
