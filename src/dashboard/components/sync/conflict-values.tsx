import { Box, Button, Text } from '@wix/design-system';
import type { JSX } from 'react';
import type { ConflictItem } from '../../../backend/endpoints/api-types';
import type { ConflictPick } from '../../api/sync-client';
import { fieldName, loser, sideName, valueWords } from '../../format/sync/conflict-words';

interface Props {
  readonly item: ConflictItem;
  readonly busy: boolean;
  /** Left out where a conflict is only shown. */
  readonly onPick?: (pick: ConflictPick) => void;
}

/** Both values of one field side by side, each with the button that chooses it. */
export function ConflictValues({ item, busy, onPick }: Props): JSX.Element {
  const name = fieldName(item).toLowerCase();
  return (
    <Box gap="SP3" flexWrap="wrap">
      <Value title={`Stands in both shops (written ${sideName(item.winner)})`} text={valueWords(item, item.stands)}>
        {onPick === undefined ? null : <Button size="tiny" priority="secondary" disabled={busy} aria-label={`Keep this ${name}`} onClick={() => onPick('kept')}>Keep this</Button>}
      </Value>
      <Value title={`Replaced (written ${sideName(loser(item))})`} text={valueWords(item, item.lost)}>
        {onPick === undefined ? null : <Button size="tiny" priority="secondary" disabled={busy} aria-label={`Bring this back: the ${name} that was replaced`} onClick={() => onPick('restored')}>Bring this back</Button>}
      </Value>
    </Box>
  );
}

function Value({ title, text, children }: { readonly title: string; readonly text: string; readonly children: JSX.Element | null }): JSX.Element {
  return (
    <Box direction="vertical" gap="SP1" flex="1 1 200px" minWidth="0">
      <Text size="tiny" secondary>{title}</Text>
      <Text size="small" overflowWrap="anywhere"><span dir="auto" style={{ whiteSpace: 'pre-wrap' }}>{text}</span></Text>
      {children === null ? null : <Box>{children}</Box>}
    </Box>
  );
}
