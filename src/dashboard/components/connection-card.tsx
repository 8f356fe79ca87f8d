import { Box, Button, Card, Text, TextButton } from '@wix/design-system';
import { useState, type JSX } from 'react';
import type { ConnectionSummary, OutcomeCounts, RunSummary } from '../../backend/endpoints/api-types';
import { ApiProblem } from '../api/api-problem';
import { getScheduler, postPause } from '../api/client';
import { formatDay } from '../format/format-moment';
import { isReadyToLeave } from '../format/sync/leave-words';
import { useAction } from '../hooks/use-action';
import { DisconnectDialog } from './sync/disconnect-dialog';
import { ReadyToLeave } from './sync/ready-to-leave';
import { WebhookStatus } from './webhook-status';

interface Props {
  readonly connection: ConnectionSummary;
  readonly outcomes: OutcomeCounts;
  readonly run: RunSummary | null;
}

/** Which store, since when, and whether it still speaks to us. */
export function ConnectionCard({ connection, outcomes, run }: Props): JSX.Element {
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
      />
      <Card.Divider />
      <Card.Content>
        <Box direction="vertical" gap="SP3">
          <WebhookStatus status={connection.webhookStatus} />
          <Text size="small" secondary>Connected since {formatDay(Date.parse(connection.connectedAt))}</Text>
          {run !== null && isReadyToLeave(run, outcomes) ? <ReadyToLeave run={run} onDisconnect={() => setLeaving(true)} /> : null}
          <Box>
            <Button size="small" priority="secondary" disabled={pause.isPending} onClick={() => pause.mutate(!connection.paused)}>
              {connection.paused ? 'Resume sync' : 'Pause sync'}
            </Button>
          </Box>
          <Box gap="SP4" flexWrap="wrap">
            <TextButton size="small" disabled={scheduler.isPending} onClick={() => scheduler.mutate()}>Copy the address for a scheduler</TextButton>
            <TextButton size="small" skin="destructive" onClick={() => setLeaving(true)}>Disconnect</TextButton>
          </Box>
          {leaving ? <DisconnectDialog storeName={connection.storeName} outcomes={outcomes} paused={connection.paused} run={run} onClose={() => setLeaving(false)} /> : null}
        </Box>
      </Card.Content>
    </Card>
  );
}

async function copySchedulerAddress(): Promise<void> {
  const { url } = await getScheduler();
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    throw new ApiProblem({ code: 'UNEXPECTED', sentence: 'Your browser did not let the address be copied.', action: 'Allow this page to use the clipboard, then try again.' });
  }
}
