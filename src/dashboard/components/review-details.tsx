import type { JSX } from 'react';
import { Box, Text, TextButton } from '@wix/design-system';
import type { LinkItem } from '../../backend/endpoints/api-types';
import { productKey } from '../../core/product-key';
import { NAME_NOT_KNOWN } from '../format/product-label';
import { useProductLabel } from '../hooks/use-product-label';
import { Moment } from './moment';
import { ProductLine } from './product-name';
import { RowActionButton } from './sync/row-action-button';

/** What the merchant calls the product, and what the store does where that differs. */
export function ProductNames({ item }: { readonly item: LinkItem }): JSX.Element {
  const { storeProductName, wixProductName } = item;
  const same = storeProductName === wixProductName || storeProductName === null || wixProductName === null;
  return (
    <Box direction="vertical">
      <Text size="small" overflowWrap="anywhere"><ProductLine name={wixProductName ?? storeProductName} product={productKey(item)} /></Text>
      {same ? null : <Text size="tiny" secondary overflowWrap="anywhere">In the store: <bdi>{storeProductName}</bdi></Text>}
    </Box>
  );
}

/** Why a review is where it is, and what to do about it. */
export function Reason({ item }: { readonly item: LinkItem }): JSX.Element {
  return (
    <Box direction="vertical">
      <Text size="small">{item.sentence ?? '—'}</Text>
      <RowActionButton item={item} />
    </Box>
  );
}

interface LastEventProps {
  readonly item: LinkItem;
  readonly nowMs: number;
  readonly onOpen: (id: LinkItem['id']) => void;
}

/** The newest line of the review's history, and the way to all of it. */
export function LastEvent({ item, nowMs, onOpen }: LastEventProps): JSX.Element {
  const { id, lastEvent, lastAtMs, wixProductName, storeProductName } = item;
  const product = useProductLabel(wixProductName ?? storeProductName, productKey(item));
  return (
    <Box direction="vertical" align="left">
      <Text size="small">{lastEvent}</Text>
      <Moment atMs={lastAtMs} nowMs={nowMs} />
      <TextButton size="tiny" aria-haspopup="dialog" aria-label={`History of a review of ${product ?? NAME_NOT_KNOWN}`} onClick={() => onOpen(id)}>History</TextButton>
    </Box>
  );
}
