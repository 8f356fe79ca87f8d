import { Box, Button, SectionHelper, Text, TextButton } from '@wix/design-system';
import { useState, type JSX } from 'react';
import type { ConflictItem } from '../../../backend/endpoints/api-types';
import { counted, formatCount } from '../../format/format-count';
import type { ConflictPick } from '../../api/sync-client';
import { NAME_NOT_KNOWN } from '../../format/product-label';
import { effectWords, fieldName } from '../../format/sync/conflict-words';
import type { Resolving } from '../../hooks/sync/use-resolve';
import { useProductLabel } from '../../hooks/use-product-label';
import { ConfirmDialog } from './confirm-dialog';

interface Props {
  readonly items: readonly ConflictItem[];
  readonly chosen: readonly ConflictItem[];
  readonly paused: boolean;
  readonly resolving: Resolving;
  readonly onChooseAll: () => void;
  readonly onClear: () => void;
}

/** One verdict for all that are selected, asked for with what it would do; how far it is, and what could not be done. */
export function ConflictBulkBar({ items, chosen, paused, resolving, onChooseAll, onClear }: Props): JSX.Element {
  const { progress, resolve } = resolving;
  const [asked, setAsked] = useState<ConflictPick | null>(null);
  const none = chosen.length === 0 || paused || progress !== null;
  return (
    <Box direction="vertical" gap="SP2">
      <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
        <div role="status" aria-label="Selected conflicts">
          <Text size="small">{progress === null ? `${formatCount(chosen.length)} of ${counted(items.length, 'conflict', 'conflicts')} selected` : `${formatCount(progress.done)} of ${formatCount(progress.total)} decided…`}</Text>
        </div>
        {chosen.length < items.length ? <TextButton size="small" onClick={onChooseAll}>Select all shown</TextButton> : <TextButton size="small" onClick={onClear}>Select none</TextButton>}
        <Button size="tiny" disabled={none} onClick={() => setAsked('kept')}>Keep what stands</Button>
        <Button size="tiny" priority="secondary" disabled={none} onClick={() => setAsked('restored')}>Bring back what was replaced</Button>
      </Box>
      {asked === null ? null : <Question chosen={chosen} pick={asked} onClose={() => setAsked(null)} onConfirm={() => { setAsked(null); void resolve(chosen, asked); }} />}
      <Failures resolving={resolving} />
    </Box>
  );
}

interface QuestionProps {
  readonly chosen: readonly ConflictItem[];
  readonly pick: ConflictPick;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function Question({ chosen, pick, onConfirm, onClose }: QuestionProps): JSX.Element {
  const action = `${pick === 'kept' ? 'Keep' : 'Bring back'} ${counted(chosen.length, 'value', 'values')}`;
  return (
    <ConfirmDialog title={`${action}?`} action={action} destructive={false} busy={false} onConfirm={onConfirm} onClose={onClose}>
      <Text>{effectWords(chosen, pick)}</Text>
    </ConfirmDialog>
  );
}

function Failures({ resolving: { failed, retry, dismiss } }: { readonly resolving: Resolving }): JSX.Element | null {
  if (failed.length === 0) return null;
  return (
    <div role="alert">
      <SectionHelper skin="danger" fullWidth title={`${counted(failed.length, 'conflict', 'conflicts')} could not be decided`}>
        <Box direction="vertical" gap="SP2">
          {failed.map(({ item, sentence }) => <Failed key={item.id} item={item} sentence={sentence} />)}
          <Box gap="SP3"><TextButton size="small" onClick={retry}>Try these again</TextButton><TextButton size="small" onClick={dismiss}>Leave them open</TextButton></Box>
        </Box>
      </SectionHelper>
    </div>
  );
}

function Failed({ item, sentence }: Resolving['failed'][number]): JSX.Element {
  return <Text size="small">{`${fieldName(item)}, ${useProductLabel(item.product, item.productKey) ?? NAME_NOT_KNOWN}: ${sentence}`}</Text>;
}
