import { useCallback, useState } from 'react';
import type { LinkItem } from '../../backend/endpoints/api-types';
import { isLinkState } from '../format/link-state-label';

type Filter = LinkItem['state'] | null;

/** The list's filter, kept in the address so that a reload or a shared link shows the same list. */
export function useStateFilter(): readonly [Filter, (next: Filter) => void] {
  const [filter, setFilter] = useState<Filter>(() => readFilter(window.location.search));
  const choose = useCallback((next: Filter) => {
    const url = new URL(window.location.href);
    if (next === null) url.searchParams.delete('state');
    else url.searchParams.set('state', next);
    window.history.replaceState(window.history.state, '', url);
    setFilter(next);
  }, []);
  return [filter, choose];
}

function readFilter(search: string): Filter {
  const state = new URLSearchParams(search).get('state');
  return state !== null && isLinkState(state) ? state : null;
}
