import { dashboard } from '@wix/dashboard';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readPlace, writePlace, type InboxPlace } from '../../format/inbox/inbox-place';
import { INBOX_PAGE_ID } from '../../pages/inbox/inbox-page-id';

type Change = (next: Partial<InboxPlace> | ((now: InboxPlace) => Partial<InboxPlace>)) => void;

/**
 * The page's place, kept in the dashboard's own address: the page is in a frame, and its own address is nobody's to
 * share. What the dashboard says (an alert's link, the back button) wins; what is chosen here is told to it.
 */
export function useInboxPlace(): readonly [InboxPlace, Change] {
  const [place, setPlace] = useState(() => readPlace(window.location.search));
  const current = useRef(place);
  const show = useCallback((next: InboxPlace) => {
    current.current = next;
    setPlace(next);
  }, []);
  useEffect(() => {
    const { disconnect } = dashboard.observeState<{ readonly location?: { readonly search?: string } }>(({ location }) => {
      const search = location?.search ?? '';
      if (search !== '' && search !== writePlace(current.current)) show(readPlace(search));
    });
    return disconnect;
  }, [show]);
  const change = useCallback<Change>((next) => {
    const place_ = { ...current.current, ...(typeof next === 'function' ? next(current.current) : next) };
    if (writePlace(place_) === writePlace(current.current)) return;
    show(place_);
    dashboard.navigate({ pageId: INBOX_PAGE_ID, relativeUrl: writePlace(place_) }, { history: 'replace' });
  }, [show]);
  return [place, change];
}
