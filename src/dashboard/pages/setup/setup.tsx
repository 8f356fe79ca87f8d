import type { JSX } from 'react';
import '@wix/design-system/styles.global.css';
import { DashboardRoot } from '../../components/dashboard-root';
import { SetupPage } from '../../components/setup/setup-page';

/** The dashboard page "Setup". */
export default function SetupEntry(): JSX.Element {
  return (
    <DashboardRoot>
      <SetupPage />
    </DashboardRoot>
  );
}
