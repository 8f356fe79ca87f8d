import type { JSX } from 'react';
import { Box, Button, Card, LinearProgressBar, Text } from '@wix/design-system';
import type { ApiError, RunSummary } from '../../backend/endpoints/api-types';
import { postBackfill, type BackfillAction } from '../api/client';
import { counted } from '../format/format-count';
import { percentDone, phaseSentence, progressSentence } from '../format/run-progress';
import { startNeedsPreview } from '../format/sync/needs-preview';
import { takesBack } from '../format/sync/run-words';
import { useAction } from '../hooks/use-action';
import { ProblemNotice } from './problem-notice';
import { PreviewLink } from './setup/preview-link';

interface Props {
  readonly run: RunSummary | null;
  /** What kept the last tick from working, if anything did. */
  readonly trouble: ApiError | null;
  readonly paused: boolean;
}

/** The walk over everything both shops have: start it, see how far it is, stop it and go on. */
export function BackfillCard({ run, trouble, paused }: Props): JSX.Element {
  const change = useAction({ run: postBackfill, told });
  const next = nextAction(run);
  return (
    <Card stretchVertically>
      <Card.Header
        title="Compare everything"
        subtitle={subtitle(run)}
      />
      <Card.Divider />
      <Card.Content>
        <Box direction="vertical" gap="SP3">
          {run === null ? (
            <Text size="small">Every review on both sides is looked at once and copied where it is missing. The preview shows what that would be before anything is written; you start it from there.</Text>
          ) : (
            <Progress run={run} />
          )}
          {trouble === null || run?.state !== 'running' ? null : <ProblemNotice problem={trouble} />}
          {run?.trouble == null || run.state === 'held' ? null : <ProblemNotice problem={run.trouble} />}
          {next === null ? null : (
            <Box>
              {next === 'preview' ? <PreviewLink label="Preview" /> : (
                <Button size="small" priority={next.action === 'pause' ? 'secondary' : 'primary'} disabled={change.isPending || (paused && next.action !== 'pause')} onClick={() => change.mutate(next.action)}>
                  {next.label}
                </Button>
              )}
            </Box>
          )}
        </Box>
      </Card.Content>
    </Card>
  );
}

function Progress({ run }: { readonly run: RunSummary }): JSX.Element {
  return (
    <Box direction="vertical" gap="SP2">
      <Text size="small" weight="bold">{run.state === 'paused' ? 'Paused' : run.state === 'held' ? 'Waiting for your decision' : phaseSentence(run)}</Text>
      <ProgressBar run={run} />
      <Text size="small">{progressSentence(run)}</Text>
      {run.state === 'running' ? <Text size="tiny" secondary>You can leave this page: it goes on from here when you come back.</Text> : null}
    </Box>
  );
}

/** The design system puts the name of its bar on an inner element, where a screen reader does not look for it. */
function ProgressBar({ run }: { readonly run: RunSummary }): JSX.Element {
  const percent = percentDone(run);
  return (
    <div role="progressbar" aria-label="Reviews compared" aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={progressSentence(run)}>
      <div aria-hidden="true"><LinearProgressBar padding="none" value={percent} skin={run.state === 'done' ? 'success' : 'standard'} /></div>
    </div>
  );
}

/** `null`: a held run is decided about in a card of its own. `preview`: it may write more than anybody has seen. */
function nextAction(run: RunSummary | null): { readonly action: BackfillAction; readonly label: string } | 'preview' | null {
  switch (run?.state) {
    case 'running':
      return { action: 'pause', label: 'Pause' };
    case 'paused':
      return { action: 'resume', label: 'Resume' };
    case 'held':
      return null;
    case 'done':
      return startNeedsPreview(run) ? 'preview' : { action: 'start', label: 'Compare again' };
    case 'failed':
    case 'cancelled':
    case undefined:
      return 'preview';
  }
}

function subtitle(run: RunSummary | null): string {
  if (run === null) return 'Not done yet';
  switch (run.state) {
    case 'running':
      return 'Running';
    case 'paused':
      return 'Paused';
    case 'held':
      return 'Waiting for you';
    case 'done':
      return takesBack(run) ? `Done: ${counted(run.done, 'copy', 'copies')} taken back` : `Done: ${counted(run.done, 'review', 'reviews')} looked at`;
    case 'failed':
    case 'cancelled':
      return 'Stopped';
  }
}

function told(_answer: unknown, action: BackfillAction): string {
  switch (action) {
    case 'start':
      return 'Started. You can leave this page.';
    case 'pause':
      return 'Paused. Nothing is lost.';
    default:
      return 'Going on.';
  }
}
