import type { JSX } from 'react';
import '@wix/design-system/styles.global.css';
import { DashboardRoot } from '../../components/dashboard-root';
import { InboxPage } from '../../components/inbox/inbox-page';

/** The dashboard page "Needs attention". */
export default function InboxEntry(): JSX.Element {
  return (
    <DashboardRoot>
      <InboxPage />
    </DashboardRoot>
  );
}
