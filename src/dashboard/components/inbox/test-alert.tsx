import type { JSX } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Box, Button, Text } from '@wix/design-system';
import type { TestAlertAnswer } from '../../../backend/endpoints/inbox/inbox-types';
import { asProblem } from '../../api/api-problem';
import { postTestAlert } from '../../api/inbox-client';
import { capitalized } from '../../format/capitalized';
import { CHANNEL_WORDS } from '../../format/alert-trouble-words';
import { SETTINGS_KEY } from '../../hooks/inbox/inbox-keys';
import { STATUS_KEY } from '../../hooks/query-keys';

/** Whether each place can be reached, tried at a press. */
export function TestAlert(): JSX.Element {
  const client = useQueryClient();
  const test = useMutation<TestAlertAnswer>({
    mutationFn: postTestAlert,
    // What arrived is not called broken any more.
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: SETTINGS_KEY }), client.invalidateQueries({ queryKey: STATUS_KEY })]),
  });
  return (
    <Box direction="vertical" gap="SP1">
      <Box><Button size="small" priority="secondary" disabled={test.isPending} onClick={() => test.mutate()}>Send me a test</Button></Box>
      <div role="status" aria-live="polite" aria-label="Test alert">
        {test.error === null ? null : <Text size="small" skin="error">{asProblem(test.error).sentence}</Text>}
        {test.data?.channels.map(({ channel, outcome, sentence }) => <Box key={channel}><Text size="small" {...(outcome === 'failed' ? { skin: 'error' as const } : {})}>{capitalized(CHANNEL_WORDS[channel])}: {sentence}</Text></Box>)}
      </div>
    </Box>
  );
}
