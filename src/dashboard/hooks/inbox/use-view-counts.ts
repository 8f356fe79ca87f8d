import { useQuery } from '@tanstack/react-query';
import type { InboxCounts, InboxFilter, InboxSummary } from '../../../backend/endpoints/inbox/inbox-types';
import { getInboxCounts } from '../../api/inbox-client';
import { isNarrowed } from '../../format/inbox/inbox-place';
import { countKey } from './inbox-keys';

const COUNT_MS = 60_000;

/** How many items each tab leads to with the filters as they are; `null` while that is not known, and for words, which are only found by reading. */
export function useViewCounts(filter: InboxFilter, summary: InboxSummary | null): InboxCounts | null {
  const isCounted = isNarrowed(filter) && filter.text === null;
  const { data } = useQuery({ queryKey: countKey(filter), queryFn: () => getInboxCounts(filter), enabled: isCounted, refetchInterval: COUNT_MS });
  if (isCounted) return data ?? null;
  return filter.text === null ? summary : null;
}
