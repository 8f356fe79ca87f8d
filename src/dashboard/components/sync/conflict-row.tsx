import { Box, Checkbox, Divider } from '@wix/design-system';
import type { JSX } from 'react';
import type { ConflictItem } from '../../../backend/endpoints/api-types';
import type { Pick } from '../../api/sync-client';
import { fieldName } from '../../format/sync/conflict-words';
import { Moment } from '../moment';
import { ConflictValues } from './conflict-values';

interface Props {
  readonly item: ConflictItem;
  readonly nowMs: number;
  readonly first: boolean;
  readonly busy: boolean;
  readonly chosen: boolean;
  readonly onToggle: () => void;
  readonly onPick: (pick: Pick) => void;
}

/** One conflict that waits for a person. */
export function ConflictRow({ item, nowMs, first, busy, chosen, onToggle, onPick }: Props): JSX.Element {
  const now = Math.max(nowMs, item.atMs);
  return (
    <Box role="listitem" direction="vertical" gap="SP2">
      {first ? null : <Divider />}
      <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
        <Checkbox size="small" checked={chosen} disabled={busy} onChange={onToggle}>{fieldName(item)}</Checkbox>
        <Moment atMs={item.atMs} nowMs={now} />
      </Box>
      <ConflictValues item={item} busy={busy} onPick={onPick} />
    </Box>
  );
}
