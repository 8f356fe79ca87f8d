import { Box, Text } from '@wix/design-system';
import type { JSX } from 'react';
import { postRollback } from '../../api/sync-client';
import { counted } from '../../format/format-count';
import { useAction } from '../../hooks/use-action';
import { ConfirmDialog } from './confirm-dialog';

interface Props {
  readonly startedAtMs: number;
  readonly copies: number;
  readonly onClose: () => void;
}

/** Says in numbers what a rollback removes, and that the originals stay. */
export function RollbackDialog({ startedAtMs, copies, onClose }: Props): JSX.Element {
  const number = counted(copies, 'copy', 'copies');
  const rollback = useAction({ run: postRollback, told: () => `Taking ${number} back. You can leave this page.` });
  return (
    <ConfirmDialog title={`Take ${number} back?`} action={`Take ${number} back`} destructive busy={rollback.isPending} onConfirm={() => rollback.mutate(startedAtMs, { onSettled: onClose })} onClose={onClose}>
      <Box direction="vertical" gap="SP2">
        <Text>Copies that this run made on Wix are deleted; those in the store are moved to its bin.</Text>
        <Text>The originals stay where they were written. They are not copied again until you start a new run.</Text>
      </Box>
    </ConfirmDialog>
  );
}
