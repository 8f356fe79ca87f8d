import { dashboard } from '@wix/dashboard';
import { useEffect } from 'react';
import { postAlertSettings } from '../../api/inbox-client';
import { INBOX_PAGE_ID } from '../../pages/inbox/inbox-page-id';

const TOLD = 'review-relay.page-url';

/** Only the dashboard knows this page's address, and alerts have to lead to it: it is told once per browser. */
export function usePageAddress(): void {
  useEffect(() => {
    void tell().catch(() => undefined);
  }, []);
}

async function tell(): Promise<void> {
  const pageUrl = await dashboard.getPageUrl({ pageId: INBOX_PAGE_ID });
  if (window.localStorage.getItem(TOLD) === pageUrl) return;
  await postAlertSettings({ pageUrl });
  window.localStorage.setItem(TOLD, pageUrl);
}
