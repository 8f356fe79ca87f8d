import type { JSX } from 'react';
import { dashboard } from '@wix/dashboard';
import { Button } from '@wix/design-system';
import { writePlace } from '../../format/setup/setup-place';
import { SETUP_PAGE_ID } from '../../pages/setup/setup-page-id';

/** From where much would be written to where it is seen first, and started from. */
export function PreviewLink({ label, priority = 'primary' }: { readonly label: string; readonly priority?: 'primary' | 'secondary' }): JSX.Element {
  const go = (): void => dashboard.navigate({ pageId: SETUP_PAGE_ID, relativeUrl: writePlace({ step: 'preview', view: null, text: null }) });
  return <Button size="small" priority={priority} onClick={go}>{label}</Button>;
}
