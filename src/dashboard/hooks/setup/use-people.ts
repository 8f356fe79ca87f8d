import { useInfiniteQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { PeopleAnswer } from '../../../backend/endpoints/setup/setup-types';
import { getPeople } from '../../api/setup-client';
import { afterCalls, rested, waitMs } from '../call-pace';
import { peopleKey } from '../query-keys';

interface People {
  readonly people: UseInfiniteQueryResult<InfiniteData<PeopleAnswer>>;
  /** Begins anew, at the same pace. To read the counted parts again would ask for all of them at once. */
  readonly countAgain: () => void;
}

/** Counts the people of both shops part by part, no faster than the site's quota allows. */
export function usePeople(connectedAt: string): People {
  const client = useQueryClient();
  const pace = useRef(rested(Date.now()));
  const people = useInfiniteQuery({
    queryKey: peopleKey(connectedAt),
    queryFn: async ({ pageParam }: { pageParam: string | null }) => {
      const answer = await getPeople(pageParam);
      pace.current = afterCalls(pace.current, answer.calls, Date.now());
      return answer;
    },
    initialPageParam: null,
    getNextPageParam: ({ next }: PeopleAnswer) => next,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const { hasNextPage, isFetching, error, fetchNextPage } = people;
  useEffect(() => {
    if (!hasNextPage || isFetching || error !== null) return undefined;
    const timer = setTimeout(() => void fetchNextPage(), waitMs(pace.current, Date.now()));
    return () => clearTimeout(timer);
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  return { people, countAgain: () => void client.resetQueries({ queryKey: peopleKey(connectedAt) }) };
}
