import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { PeopleAnswer } from '../../../backend/endpoints/setup/setup-types';
import { getPeople } from '../../api/setup-client';
import { afterCalls, rested, waitMs } from '../call-pace';

/** Not under `sync`: what is counted once is not counted again with every click. */
const PEOPLE_KEY = ['setup-people'] as const;

/** Counts the people of both shops part by part, no faster than the site's quota allows. */
export function usePeople(): UseInfiniteQueryResult<InfiniteData<PeopleAnswer>> {
  const pace = useRef(rested(Date.now()));
  const people = useInfiniteQuery({
    queryKey: PEOPLE_KEY,
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
  return people;
}
