import { dashboard } from '@wix/dashboard';
import { useQueryClient } from '@tanstack/react-query';
import { Box, Text, TextButton } from '@wix/design-system';
import type { JSX } from 'react';
import type { LinkItem, SyncSummary } from '../../../backend/endpoints/api-types';
import { postTick } from '../../api/client';
import { postRetry } from '../../api/sync-client';
import { productKey } from '../../../core/product-key';
import { NAME_NOT_KNOWN } from '../../format/product-label';
import { writePlace } from '../../format/setup/setup-place';
import { rowAction } from '../../format/sync/row-action';
import { STATUS_KEY } from '../../hooks/query-keys';
import { useAction } from '../../hooks/use-action';
import { useProductLabel } from '../../hooks/use-product-label';
import { SETUP_PAGE_ID } from '../../pages/setup/setup-page-id';

/** The one thing to do about a review: a button where it can be done from here, else its words alone. */
export function RowActionButton({ item }: { readonly item: LinkItem }): JSX.Element | null {
  // Looked up, not watched: a list has many of these, and each watcher would ask by itself.
  const status = useQueryClient().getQueryData<SyncSummary>(STATUS_KEY);
  const product = useProductLabel(item.wixProductName ?? item.storeProductName, productKey(item));
  const retry = useAction({ run: retryNow, told: () => 'It was tried again.' });
  if (item.action === null) return null;
  const action = status?.kind === 'connected' ? rowAction(item, status.connection.storeUrl) : null;
  const name = `${item.action}: a review of ${product ?? NAME_NOT_KNOWN}`;
  switch (action?.kind) {
    case 'retry':
      return <Box><TextButton size="tiny" aria-label={name} disabled={retry.isPending} onClick={() => retry.mutate(item.id)}>{item.action}</TextButton></Box>;
    case 'setup':
      return <Box><TextButton size="tiny" aria-label={name} onClick={() => dashboard.navigate({ pageId: SETUP_PAGE_ID, relativeUrl: writePlace({ step: action.step, view: null, text: null }) })}>{item.action}</TextButton></Box>;
    case 'store':
      return <Box><TextButton size="tiny" as="a" href={action.href} target="_blank" rel="noopener noreferrer" aria-label={`${name}, in a new tab`}>{item.action}</TextButton></Box>;
    case undefined:
      return <Text size="tiny" secondary>{item.action}</Text>;
  }
}

async function retryNow(id: LinkItem['id']): Promise<void> {
  await postRetry(id);
  await postTick();
}
