import type { JSX } from 'react';
import '@wix/design-system/styles.global.css';
import { DashboardRoot } from '../../components/dashboard-root';
import { SyncPage } from '../../components/sync-page';

/** The dashboard page "Reviews sync". */
export default function SyncEntry(): JSX.Element {
  return (
    <DashboardRoot>
      <SyncPage />
    </DashboardRoot>
  );
}
