import { useQueryClient } from '@tanstack/react-query';
import { Box, Button, Card, SectionHelper, Text } from '@wix/design-system';
import type { JSX } from 'react';
import type { StoreDown } from '../../../backend/endpoints/api-types';
import { postProbe } from '../../api/client';
import { formatRelative } from '../../format/format-moment';
import { TICK_KEY } from '../../hooks/query-keys';
import { useAction } from '../../hooks/use-action';

interface Props {
  readonly down: StoreDown;
  readonly nowMs: number;
}

/** The store gives no answer: since when, what becomes of the changes meanwhile, and the way to ask it at once. */
export function StoreDownCard({ down, nowMs }: Props): JSX.Element {
  const probe = useAction({ run: postProbe, told: ({ connection }) => (connection.down === null ? 'Your store is back. What waited goes on now.' : 'Your store still gives no answer.') });
  const client = useQueryClient();
  // What waited goes on with this press, not with the page's next look.
  const tryNow = (): void => probe.mutate(undefined, { onSuccess: ({ connection }) => { if (connection.down === null) void client.refetchQueries({ queryKey: TICK_KEY }); } });
  return (
    <Card>
      <Card.Content>
        <section aria-label="Your store is down">
          <SectionHelper skin="warning" fullWidth title={`Your store stopped answering ${formatRelative(down.sinceMs, Math.max(nowMs, down.sinceMs))}`}>
            <Box direction="vertical" gap="SP2">
              <Text size="small">{down.cause} Nothing is lost: changes are kept, your store is asked again every few minutes while this page is open or something happens, and they cross as soon as it answers.</Text>
              <Box><Button size="small" disabled={probe.isPending} onClick={tryNow}>Try now</Button></Box>
            </Box>
          </SectionHelper>
        </section>
      </Card.Content>
    </Card>
  );
}
