import { dashboard } from '@wix/dashboard';
import { useEffect, useState } from 'react';
import { asksForAlerts } from '../../format/inbox/alerts-open';

/** Whether the alert settings are open: by the page's button, or because a link to them was followed. */
export function useAlertsOpen(): readonly [boolean, (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(() => asksForAlerts(window.location.search));
  useEffect(() => {
    const { disconnect } = dashboard.observeState<{ readonly location?: { readonly search?: string } }>(({ location }) => {
      if (asksForAlerts(location?.search ?? '')) setOpen(true);
    });
    return disconnect;
  }, []);
  return [isOpen, setOpen];
}
