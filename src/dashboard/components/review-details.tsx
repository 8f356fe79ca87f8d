import type { JSX } from 'react';
import { Box, Text } from '@wix/design-system';
import type { LinkItem } from '../../backend/endpoints/api-types';
import { Moment } from './moment';

/** What the merchant calls the product, and what the store does where that differs. */
export function ProductNames({ item: { storeProductName, wixProductName } }: { readonly item: LinkItem }): JSX.Element {
  const same = storeProductName === wixProductName || storeProductName === null || wixProductName === null;
  return (
    <Box direction="vertical">
      <Text size="small" overflowWrap="anywhere"><bdi>{wixProductName ?? storeProductName ?? 'Unknown product'}</bdi></Text>
      {same ? null : <Text size="tiny" secondary overflowWrap="anywhere">In the store: <bdi>{storeProductName}</bdi></Text>}
    </Box>
  );
}

/** Why a review is where it is, and what to do about it. */
export function Reason({ item: { sentence, action } }: { readonly item: LinkItem }): JSX.Element {
  return (
    <Box direction="vertical">
      <Text size="small">{sentence ?? '—'}</Text>
      {action === null ? null : <Text size="tiny" secondary>{action}</Text>}
    </Box>
  );
}

export function LastEvent({ item: { lastEvent, lastAtMs }, nowMs }: { readonly item: LinkItem; readonly nowMs: number }): JSX.Element {
  return (
    <Box direction="vertical">
      <Text size="small">{lastEvent}</Text>
      <Moment atMs={lastAtMs} nowMs={nowMs} />
    </Box>
  );
}

export function whereabouts({ onWix, inStore }: LinkItem): string {
  if (onWix && inStore) return 'Wix and store';
  if (onWix) return 'Wix only';
  return inStore ? 'Store only' : 'Neither';
}
