import { Box, Button, Card, SectionHelper, Text } from '@wix/design-system';
import { useState, type JSX } from 'react';
import type { RunSummary } from '../../../backend/endpoints/api-types';
import { postBackfill } from '../../api/client';
import { heldWords } from '../../format/sync/held-words';
import { useAction } from '../../hooks/use-action';
import { ConfirmDialog } from './confirm-dialog';

/** A run that waits for its owner's word: what it found, what that means, and the two ways on. */
export function HeldRunCard({ run, paused }: { readonly run: RunSummary; readonly paused: boolean }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const { found, meaning, goOn, confirm } = heldWords(run);
  const decide = useAction({ run: postBackfill, told: (_, action) => (action === 'release' ? 'Going on.' : 'Cancelled. What it found is left as it is.') });
  const release = (): void => decide.mutate('release', { onSettled: () => setAsking(false) });
  return (
    <Card>
      <Card.Content>
        <section aria-label="A run waits for your decision">
          <SectionHelper skin="warning" fullWidth title="Stopped before a large change">
            <Box direction="vertical" gap="SP2">
              <Text size="small" weight="bold">{found}</Text>
              <Text size="small">{meaning}</Text>
              {paused ? <Text size="small">The sync is paused, so going on has to wait until you resume it.</Text> : null}
              <Box gap="SP2" flexWrap="wrap">
                <Button size="small" skin={confirm === null ? 'standard' : 'destructive'} disabled={decide.isPending || paused} onClick={() => (confirm === null ? release() : setAsking(true))}>{goOn}</Button>
                <Button size="small" priority="secondary" disabled={decide.isPending} onClick={() => decide.mutate('cancel')}>Cancel the run</Button>
              </Box>
            </Box>
          </SectionHelper>
        </section>
        {asking && confirm !== null ? (
          <ConfirmDialog title={`${goOn}?`} action={goOn} destructive busy={decide.isPending} onConfirm={release} onClose={() => setAsking(false)}>
            <Text>{confirm}</Text>
          </ConfirmDialog>
        ) : null}
      </Card.Content>
    </Card>
  );
}
