import { Box, Button, SectionHelper, Text } from '@wix/design-system';
import type { JSX } from 'react';
import type { RunSummary } from '../../../backend/endpoints/api-types';
import { removedWords } from '../../format/sync/leave-words';

interface Props {
  readonly run: RunSummary;
  readonly onDisconnect: () => void;
}

/** The copies are gone, the keys are not: says so, and how leaving is finished. */
export function ReadyToLeave({ run, onDisconnect }: Props): JSX.Element {
  return (
    <div role="status">
      <SectionHelper skin="standard" fullWidth>
        <Box direction="vertical" gap="SP2">
          <Text size="small" weight="bold">{removedWords(run)}</Text>
          <Text size="small">The store is still connected: reviews written from now on are copied. Disconnect to end that.</Text>
          <Box><Button size="small" skin="destructive" onClick={onDisconnect}>Disconnect now</Button></Box>
        </Box>
      </SectionHelper>
    </div>
  );
}
