import type { JSX } from 'react';
import { Box, Button, SectionHelper, Text } from '@wix/design-system';
import type { DisconnectAnswer } from '../../backend/endpoints/api-types';
import { postDisconnect } from '../api/client';
import { useAction } from '../hooks/use-action';

interface Props {
  readonly storeName: string;
  readonly onClose: () => void;
}

/** Says what disconnecting does before it does it. */
export function DisconnectPrompt({ storeName, onClose }: Props): JSX.Element {
  const disconnect = useAction({ run: postDisconnect, told });
  return (
    <SectionHelper skin="warning" fullWidth title={`Disconnect ${storeName}?`}>
      <Box direction="vertical" gap="SP2">
        <Text size="small">Reviews stay where they are on both sides. The keys are deleted and nothing is kept in step from now on.</Text>
        <Box gap="SP2" flexWrap="wrap">
          <Button size="small" skin="destructive" disabled={disconnect.isPending} onClick={() => disconnect.mutate()}>
            {disconnect.isPending ? 'Disconnecting…' : 'Disconnect'}
          </Button>
          <Button size="small" priority="secondary" onClick={onClose}>Stay connected</Button>
        </Box>
      </Box>
    </SectionHelper>
  );
}

function told({ webhook }: DisconnectAnswer): string {
  return webhook === 'left' ? 'Disconnected. The store could not be reached, so remove its webhook “Review Relay” there.' : 'Disconnected.';
}
