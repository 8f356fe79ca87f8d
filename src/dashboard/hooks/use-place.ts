import { dashboard } from '@wix/dashboard';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface PagePlace<Place> {
  readonly pageId: string;
  readonly read: (search: string) => Place;
  readonly write: (place: Place) => string;
  /** Whether it is an entry of its own in the dashboard's history, so that Back leads from `to` to `from`. */
  readonly isStep: (from: Place, to: Place) => boolean;
}

export type ChangePlace<Place> = (change: Partial<Place>) => void;

/**
 * The page's place, kept in the dashboard's own address: the page is in a frame, and its own address is nobody's to
 * share. What the dashboard says (a shared link, the back button) wins, unless `mayGo` answers no: then the address is put
 * back, so that it says what is shown. What is chosen here is told to the dashboard. `page` has to be the same at each render.
 */
export function usePlace<Place extends object>(page: PagePlace<Place>, mayGo: (to: Place, from: Place) => boolean = () => true): readonly [Place, ChangePlace<Place>] {
  const [place, setPlace] = useState(() => page.read(window.location.search));
  const current = useRef(place);
  const allowed = useRef(mayGo);
  allowed.current = mayGo;
  const show = useCallback((next: Place) => {
    current.current = next;
    setPlace(next);
  }, []);
  const tell = useCallback((next: Place, history: 'push' | 'replace') => {
    dashboard.navigate({ pageId: page.pageId, relativeUrl: page.write(next) }, { history });
  }, [page]);
  useEffect(() => {
    const { disconnect } = dashboard.observeState<{ readonly location?: { readonly search?: string } }>(({ location }) => {
      const now = current.current;
      const next = location?.search === undefined ? now : page.read(location.search);
      if (page.write(next) === page.write(now)) return;
      if (allowed.current(next, now)) show(next);
      else tell(now, 'push');
    });
    return disconnect;
  }, [page, show, tell]);
  const change = useCallback((changes: Partial<Place>) => {
    const now = current.current;
    const next = { ...now, ...changes };
    if (page.write(next) === page.write(now)) return;
    show(next);
    tell(next, page.isStep(now, next) ? 'push' : 'replace');
  }, [page, show, tell]);
  return [place, change];
}
