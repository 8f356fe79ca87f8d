import type { JSX } from 'react';
import { dashboard } from '@wix/dashboard';
import { Button } from '@wix/design-system';
import { SETUP_PAGE_ID } from '../../pages/setup/setup-page-id';

/** From other pages to the Setup page. */
export function SetupLink(): JSX.Element {
  return <Button priority="secondary" onClick={() => dashboard.navigate({ pageId: SETUP_PAGE_ID })}>Setup</Button>;
}
