import { dashboard } from '@wix/dashboard';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readPlace, writePlace, type SetupPlace } from '../../format/setup/setup-place';
import { SETUP_PAGE_ID } from '../../pages/setup/setup-page-id';

export type ChangePlace = (next: Partial<SetupPlace>) => void;

/** The page's place, kept in the dashboard's own address. A new step is a new entry of its history: Back goes back. */
export function useSetupPlace(): readonly [SetupPlace, ChangePlace] {
  const [place, setPlace] = useState(() => readPlace(window.location.search));
  const current = useRef(place);
  const show = useCallback((next: SetupPlace) => {
    current.current = next;
    setPlace(next);
  }, []);
  useEffect(() => {
    const { disconnect } = dashboard.observeState<{ readonly location?: { readonly search?: string } }>(({ location }) => {
      const search = location?.search;
      if (search !== undefined && search !== writePlace(current.current)) show(readPlace(search));
    });
    return disconnect;
  }, [show]);
  const change = useCallback<ChangePlace>((next) => {
    const place_ = { ...current.current, ...next };
    if (writePlace(place_) === writePlace(current.current)) return;
    const history = place_.step === current.current.step ? 'replace' : 'push';
    show(place_);
    dashboard.navigate({ pageId: SETUP_PAGE_ID, relativeUrl: writePlace(place_) }, { history });
  }, [show]);
  return [place, change];
}
