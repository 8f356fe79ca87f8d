import { Box, Checkbox, Divider, Text, TextButton } from '@wix/design-system';
import type { JSX } from 'react';
import type { ConflictItem } from '../../../backend/endpoints/api-types';
import type { ConflictPick } from '../../api/sync-client';
import { NAME_NOT_KNOWN } from '../../format/product-label';
import { fieldName, reviewName } from '../../format/sync/conflict-words';
import { useProductLabel } from '../../hooks/use-product-label';
import { Moment } from '../moment';
import { ProductName } from '../product-name';
import { Stars } from '../stars';
import { ConflictValues } from './conflict-values';
import '../setup/setup.css';

interface Props {
  readonly item: ConflictItem;
  readonly nowMs: number;
  readonly first: boolean;
  readonly busy: boolean;
  readonly chosen: boolean;
  readonly onToggle: () => void;
  readonly onPick: (pick: ConflictPick) => void;
  readonly onOpen: (id: ConflictItem['linkId']) => void;
}

/** One conflict that waits for a person. */
export function ConflictRow({ item, nowMs, first, busy, chosen, onToggle, onPick, onOpen }: Props): JSX.Element {
  const product = useProductLabel(item.product, item.productKey) ?? NAME_NOT_KNOWN;
  const now = Math.max(nowMs, item.atMs);
  return (
    <Box role="listitem" direction="vertical" gap="SP2">
      {first ? null : <Divider />}
      <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
        <Checkbox size="small" checked={chosen} disabled={busy} onChange={onToggle}>{fieldName(item)}<span className="rr-hidden">{reviewName(item.author, product)}</span></Checkbox>
        <Text size="small" overflowWrap="anywhere"><ProductName name={item.product} product={item.productKey} /></Text>
        <Stars rating={item.rating} />
        {item.author === null || item.author === '' ? null : <Text size="small" secondary><bdi>{item.author}</bdi></Text>}
        <Moment atMs={item.atMs} nowMs={now} />
        <TextButton size="tiny" aria-haspopup="dialog" aria-label={`History of a review of ${product}`} onClick={() => onOpen(item.linkId)}>History</TextButton>
      </Box>
      <ConflictValues item={item} busy={busy} onPick={onPick} />
    </Box>
  );
}
