import { Box, Button, Card, Text, TextButton } from '@wix/design-system';
import { useState, type JSX } from 'react';
import type { ConnectionSummary, OutcomeCounts, RunItem } from '../../backend/endpoints/api-types';
import { getScheduler, postPause } from '../api/client';
import { formatDay } from '../format/format-moment';
import { useAction } from '../hooks/use-action';
import { DisconnectPrompt } from './disconnect-prompt';
import { WebhookStatus } from './webhook-status';

interface Props {
  readonly connection: ConnectionSummary;
  readonly outcomes: OutcomeCounts;
  /** The latest run whose copies still stand and may be taken back now. */
  readonly undoable: RunItem | null;
}

/** Which store, since when, and whether it still speaks to us. */
export function ConnectionCard({ connection, outcomes, undoable }: Props): JSX.Element {
  const [leaving, setLeaving] = useState(false);
  const pause = useAction({
    run: postPause,
    told: (answer) => (answer.connection.paused ? 'Sync is paused.' : 'Sync goes on.'),
  });
  const scheduler = useAction({ run: copySchedulerAddress, told: () => 'The scheduler address was copied. Whoever has it can start a sync.' });
  return (
    <Card stretchVertically>
      <Card.Header
        title={connection.storeName}
        subtitle={<Text secondary overflowWrap="anywhere">{connection.storeUrl}</Text>}
        suffix={
          <Box marginLeft="SP2">
            <Button size="small" priority="secondary" disabled={pause.isPending} onClick={() => pause.mutate(!connection.paused)}>
              {connection.paused ? 'Resume sync' : 'Pause sync'}
            </Button>
          </Box>
        }
      />
      <Card.Divider />
      <Card.Content>
        <Box direction="vertical" gap="SP3">
          <WebhookStatus status={connection.webhookStatus} />
          <Text size="small" secondary>Connected since {formatDay(Date.parse(connection.connectedAt))}</Text>
          {leaving ? (
            <DisconnectPrompt storeName={connection.storeName} outcomes={outcomes} undoable={undoable} onClose={() => setLeaving(false)} />
          ) : (
            <Box gap="SP4" flexWrap="wrap">
              <TextButton size="small" disabled={scheduler.isPending} onClick={() => scheduler.mutate()}>Copy scheduler address</TextButton>
              <TextButton size="small" skin="destructive" onClick={() => setLeaving(true)}>Disconnect</TextButton>
            </Box>
          )}
        </Box>
      </Card.Content>
    </Card>
  );
}

async function copySchedulerAddress(): Promise<void> {
  const { url } = await getScheduler();
  await navigator.clipboard.writeText(url);
}
