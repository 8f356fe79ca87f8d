import { useInfiniteQuery, useQueryClient, type InfiniteData, type QueryClient, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { LinkItem, LinksAnswer } from '../../backend/endpoints/api-types';
import { getLinks } from '../api/client';
import { withFreshStart } from '../format/merge-pages';
import type { Reason } from '../format/sync/reason-names';
import { LINKS_KEY } from './query-keys';

export interface LinksFilter {
  readonly state: LinkItem['state'] | null;
  readonly code: Reason | null;
  readonly q: string | null;
  readonly product: string | null;
}

type LinkPages = InfiniteData<LinksAnswer, string | null>;

/** The list of links as narrowed, page by page. Its beginning is read again whenever `version` says that something happened. */
export function useLinks({ state, code, q, product }: LinksFilter, version: string): UseInfiniteQueryResult<InfiniteData<LinksAnswer>> {
  const client = useQueryClient();
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    void refreshLinks(client, { state, code, q, product });
  }, [client, version, state, code, q, product]);
  return useInfiniteQuery({
    queryKey: linksKey({ state, code, q, product }),
    queryFn: ({ pageParam }: { pageParam: string | null }) => getLinks({ state, code, q, product, cursor: pageParam }),
    initialPageParam: null,
    getNextPageParam: (last: LinksAnswer) => last.next,
  });
}

function linksKey({ state, code, q, product }: LinksFilter): readonly unknown[] {
  return [...LINKS_KEY, state, code, q, product];
}

/** What changed last comes first: one page is read, however many are loaded, and the rest stays as it was scrolled to. */
async function refreshLinks(client: QueryClient, filter: LinksFilter): Promise<void> {
  const key = linksKey(filter);
  client.removeQueries({ queryKey: LINKS_KEY, type: 'inactive' });
  if ((client.getQueryData<LinkPages>(key)?.pages.length ?? 0) <= 1) {
    await client.invalidateQueries({ queryKey: key });
    return;
  }
  // What could not be read now is read when somebody comes back to the page.
  const fresh = await getLinks({ ...filter, cursor: null }).catch(() => null);
  if (fresh === null) await client.invalidateQueries({ queryKey: key, refetchType: 'none' });
  else client.setQueryData<LinkPages>(key, (list) => list && { ...list, pages: [...withFreshStart(list.pages, fresh)] });
}
