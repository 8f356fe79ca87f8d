import { dashboard } from '@wix/dashboard';
import { useEffect } from 'react';

/** Has the dashboard ask before it leaves a page on which something is chosen and not saved. */
export function useUnsavedGuard(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const { remove } = dashboard.onBeforeUnload((event) => {
      event.preventDefault();
    });
    return remove;
  }, [unsaved]);
}
