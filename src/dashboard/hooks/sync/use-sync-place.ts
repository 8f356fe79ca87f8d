import { dashboard } from '@wix/dashboard';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readPlace, writePlace, type SyncPlace } from '../../format/sync/sync-place';
import { SYNC_PAGE_ID } from '../../pages/sync/sync-page-id';

/**
 * The page's place, kept in the dashboard's own address: the page is in a frame, and its own address is nobody's to
 * share. What the dashboard says (a shared link, the back button) wins; what is chosen here is told to it.
 */
export function useSyncPlace(): readonly [SyncPlace, (change: Partial<SyncPlace>) => void] {
  const [place, setPlace] = useState(() => readPlace(window.location.search));
  const current = useRef(place);
  const show = useCallback((next: SyncPlace) => {
    current.current = next;
    setPlace(next);
  }, []);
  useEffect(() => {
    const { disconnect } = dashboard.observeState<{ readonly location?: { readonly search?: string } }>(({ location }) => {
      const search = location?.search;
      if (search !== undefined && writePlace(readPlace(search)) !== writePlace(current.current)) show(readPlace(search));
    });
    return disconnect;
  }, [show]);
  const change = useCallback((changes: Partial<SyncPlace>) => {
    const next = { ...current.current, ...changes };
    if (writePlace(next) === writePlace(current.current)) return;
    show(next);
    dashboard.navigate({ pageId: SYNC_PAGE_ID, relativeUrl: writePlace(next) }, { history: 'replace' });
  }, [show]);
  return [place, change];
}
