import { useInfiniteQuery, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { InboxAnswer, InboxFilter, InboxItem } from '../../../backend/endpoints/inbox/inbox-types';
import { getInboxItems } from '../../api/inbox-client';
import { itemsOf } from '../../format/merge-pages';
import { COUNT_KEY, itemsKey, pulseKey, SUMMARY_KEY } from './inbox-keys';
import { refreshList } from './refresh-inbox';

/** Every look costs the site a few of the requests Wix grants it per minute. */
const POLL_MS = 5_000;

export type InboxPage = Extract<InboxAnswer, { kind: 'items' }>;
export type InboxPages = InfiniteData<InboxPage, string | null>;

export interface InboxList {
  readonly items: readonly InboxItem[] | null;
  readonly error: Error | null;
  readonly searched: number;
  /** Of those, how many had no words that could be read. */
  readonly unread: number;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  loadMore(): void;
  retry(): void;
}

/** The list, page by page. A cheap look every few seconds shows what came or went meanwhile. */
export function useInboxList(filter: InboxFilter): InboxList {
  const list = useInfiniteQuery({
    queryKey: itemsKey(filter),
    queryFn: async ({ pageParam }: { pageParam: string | null }) => pageOf(await getInboxItems(filter, { cursor: pageParam })),
    initialPageParam: null,
    getNextPageParam: ({ next }: InboxPage) => next,
  });
  usePulse(filter, list.data?.pages[0]?.version ?? null);
  const pages = list.data?.pages;
  const items = useMemo(() => (pages === undefined ? null : itemsOf(pages)), [pages]);
  return {
    items,
    error: list.error,
    searched: pages?.reduce((sum, { searched }) => sum + searched, 0) ?? 0,
    unread: pages?.reduce((sum, { unread }) => sum + unread, 0) ?? 0,
    hasMore: list.hasNextPage,
    isLoadingMore: list.isFetchingNextPage,
    loadMore: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
  };
}

function usePulse(filter: InboxFilter, version: string | null): void {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: pulseKey(filter),
    queryFn: () => getInboxItems(filter, { version }),
    enabled: version !== null,
    refetchInterval: POLL_MS,
    retry: false,
    gcTime: 0,
    staleTime: POLL_MS,
  });
  useEffect(() => {
    if (data?.kind !== 'items' || data.version === version) return;
    void refreshList(client, filter);
    void client.invalidateQueries({ queryKey: SUMMARY_KEY });
    void client.invalidateQueries({ queryKey: COUNT_KEY });
  }, [client, data, filter, version]);
}

/** Without a version nothing is ever unchanged. */
function pageOf(answer: InboxAnswer): InboxPage {
  return answer.kind === 'items' ? answer : { kind: 'items', version: answer.version, items: [], next: null, searched: 0, unread: 0 };
}
