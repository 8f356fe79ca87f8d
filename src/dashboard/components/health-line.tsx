import type { JSX } from 'react';
import { Box, Button, Card, Text } from '@wix/design-system';
import { asSentence } from '../format/as-sentence';
import type { ApiError } from '../../backend/endpoints/api-types';
import { postBackfill } from '../api/client';
import { healthParts, type Health } from '../format/health-sentence';
import { checkNeedsPreview } from '../format/sync/needs-preview';
import { useAction } from '../hooks/use-action';
import { AlertTroublesNotice } from './alert-troubles-notice';
import { PreviewLink } from './setup/preview-link';

interface Props {
  readonly health: Health;
  /** Set when what the sentence rests on could not be read. */
  readonly problem: ApiError | null;
}

/** The answer to "is all well?", told again by a screen reader whenever its meaning changes and not as time goes by, and the way to make sure. */
export function HealthLine({ health, problem }: Props): JSX.Element {
  const sweep = useAction({ run: () => postBackfill('sweep'), told: () => 'Checking every pair. You can leave this page.' });
  const { connection, run } = health.summary;
  const busy = run?.state === 'running' || run?.state === 'paused' || run?.state === 'held';
  return (
    <Card>
      <Card.Content>
        <Box direction="vertical" gap="SP3">
        <Box gap="SP3" verticalAlign="middle" align="space-between" flexWrap="wrap">
          <Box direction="vertical" gap="SP1" flex="1 1 240px">
            <div role="status" aria-live="polite" aria-label="Sync health">
              <Text weight="bold">{healthParts(health).map((part) => (typeof part === 'string' ? part : <span key={part.ago} aria-live="off">{part.ago}</span>))}</Text>
            </div>
            {problem === null ? null : <Text size="tiny" secondary>When everything was last checked could not be read. {asSentence(problem.action)}</Text>}
          </Box>
          {checkNeedsPreview(run) ? <PreviewLink label="See what would happen" priority="secondary" /> : (
            <Button size="small" priority="secondary" disabled={busy || connection.paused || sweep.isPending} onClick={() => sweep.mutate(undefined)}>
              Check everything now
            </Button>
          )}
        </Box>
        <AlertTroublesNotice troubles={connection.alertTroubles} leadsThere />
        </Box>
      </Card.Content>
    </Card>
  );
}
