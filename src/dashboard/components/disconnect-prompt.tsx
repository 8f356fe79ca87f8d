import type { JSX } from 'react';
import { Box, Button, SectionHelper, Text } from '@wix/design-system';
import type { DisconnectAnswer, OutcomeCounts, RunItem } from '../../backend/endpoints/api-types';
import { postDisconnect } from '../api/client';
import { postRollback } from '../api/sync-client';
import { counted } from '../format/format-count';
import { useAction } from '../hooks/use-action';

interface Props {
  readonly storeName: string;
  readonly outcomes: OutcomeCounts;
  /** The latest run whose copies still stand, if there is one. */
  readonly undoable: RunItem | null;
  readonly onClose: () => void;
}

/** Says in numbers what disconnecting leaves behind, before it does it. */
export function DisconnectPrompt({ storeName, outcomes, undoable, onClose }: Props): JSX.Element {
  const disconnect = useAction({ run: postDisconnect, told });
  const rollback = useAction({ run: postRollback, told: () => 'Taking the copies back. Disconnect when that run is done.' });
  const busy = disconnect.isPending || rollback.isPending;
  const copies = undoable?.copies ?? 0;
  return (
    <SectionHelper skin="warning" fullWidth title={`Disconnect ${storeName}?`}>
      <Box direction="vertical" gap="SP2">
        <Text size="small">The keys are deleted and nothing is kept in step from now on. Reviews stay where they are on both sides, and so do the copies: {counted(outcomes['created-on-wix'], 'copy', 'copies')} on Wix, {counted(outcomes['created-in-store'], 'copy', 'copies')} in the store.</Text>
        {undoable === null ? null : <Text size="small">To be rid of copies, take them back before you disconnect: your last run made {counted(copies, 'that still stands', 'that still stand')}. The originals stay.</Text>}
        <Box gap="SP2" flexWrap="wrap">
          <Button size="small" skin="destructive" disabled={busy} onClick={() => disconnect.mutate()}>
            {disconnect.isPending ? 'Disconnecting…' : 'Keep the copies and disconnect'}
          </Button>
          {undoable === null ? null : (
            <Button size="small" priority="secondary" skin="destructive" disabled={busy} onClick={() => rollback.mutate(undoable.run.startedAtMs, { onSuccess: onClose })}>
              Take {counted(copies, 'copy', 'copies')} back first
            </Button>
          )}
          <Button size="small" priority="secondary" onClick={onClose}>Stay connected</Button>
        </Box>
      </Box>
    </SectionHelper>
  );
}

function told({ webhook }: DisconnectAnswer): string {
  return webhook === 'left' ? 'Disconnected. The store could not be reached, so remove its webhook “Review Relay” there.' : 'Disconnected.';
}
