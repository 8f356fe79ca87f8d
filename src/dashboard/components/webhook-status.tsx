import type { JSX } from 'react';
import { Badge, Box, Text, TextButton } from '@wix/design-system';
import type { ConnectionSummary } from '../../backend/endpoints/api-types';
import { postWebhook } from '../api/client';
import { useAction } from '../hooks/use-action';

type Status = ConnectionSummary['webhookStatus'];

const TOLD: Readonly<Record<Status, string>> = {
  active: 'The store tells us about changes as they happen.',
  off: 'The store stopped telling us about changes after several failures.',
  missing: 'The store does not tell us about changes; they are found when this page is open.',
};

export function WebhookStatus({ status }: { readonly status: Status }): JSX.Element {
  const check = useAction({
    run: postWebhook,
    told: ({ connection }) => (connection.webhookStatus === 'active' ? 'The store tells us about changes.' : null),
  });
  const inVain = check.data !== undefined && status !== 'active' && check.data.connection.webhookStatus !== 'active';
  return (
    <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
      <Badge size="small" uppercase={false} skin={status === 'active' ? 'neutralSuccess' : 'warningLight'}>
        {status === 'active' ? 'Live' : 'Not live'}
      </Badge>
      <Text size="small">{TOLD[status]}</Text>
      <TextButton size="small" disabled={check.isPending} onClick={() => check.mutate()}>
        {status === 'active' ? 'Check' : 'Switch on again'}
      </TextButton>
      <div role="status">{inVain ? <Text size="small">Your store did not switch it on. In WooCommerce, look under Settings → Advanced → Webhooks whether another plug-in keeps it off.</Text> : null}</div>
    </Box>
  );
}
