import { useEffect, type JSX } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { dashboard } from '@wix/dashboard';
import { Box, Button, SkeletonGroup, SkeletonLine, Text } from '@wix/design-system';
import type { ConnectedSummary, RunSummary } from '../../../backend/endpoints/api-types';
import { asProblem } from '../../api/api-problem';
import { postBackfill, type BackfillAction } from '../../api/client';
import { healthSentence } from '../../format/health-sentence';
import { percentDone, phaseSentence, progressSentence } from '../../format/run-progress';
import { SETUP_KEY } from '../../hooks/query-keys';
import { useConflicts } from '../../hooks/sync/use-conflicts';
import { useAction } from '../../hooks/use-action';
import { useSyncStatus } from '../../hooks/use-sync-status';
import { latestRun, useTicks } from '../../hooks/use-ticks';
import { SYNC_PAGE_ID } from '../../pages/sync/sync-page-id';
import { ProblemNotice } from '../problem-notice';
import { HeldRunCard } from '../sync/held-run-card';
import { Comparison } from './comparison';
import { ProgressBar } from './progress-bar';
import { RunCounts } from './run-counts';
import { StepCard } from './step-card';
import type { StepProps } from './step-content';

/** The run itself: how far it is, how to stop it, and in the end what came of what was foretold. */
export function RunStep({ onStep }: Pick<StepProps, 'onStep'>): JSX.Element {
  const status = useSyncStatus();
  const ticks = useTicks(status.data);
  const client = useQueryClient();
  const run = status.data?.kind === 'connected' ? latestRun(status.data.run, ticks.data?.run ?? null) : null;
  const state = run?.state;
  useEffect(() => {
    // The list of steps says where the run stands as well.
    if (state !== undefined) void client.invalidateQueries({ queryKey: SETUP_KEY });
  }, [client, state]);
  if (status.data?.kind !== 'connected') {
    return (
      <StepCard title="Run" now="How far the copying is." next="" onward={null}>
        {status.error === null ? <SkeletonGroup><Box direction="vertical" gap="SP5" minHeight="180px"><SkeletonLine width="60%" /><SkeletonLine width="90%" /></Box></SkeletonGroup> : <ProblemNotice problem={asProblem(status.error)} onRetry={() => void status.refetch()} />}
      </StepCard>
    );
  }
  if (run === null) {
    return (
      <StepCard
        title="Run"
        now="Nothing has been copied so far."
        next="See first what would happen; you start it from there."
        onward={{ label: 'Preview', go: () => onStep('preview') }}
      />
    );
  }
  return <Begun summary={{ ...status.data, run }} run={run} trouble={run.state === 'running' ? (ticks.error ?? status.error) : status.error} onStep={onStep} />;
}

interface BegunProps extends Pick<StepProps, 'onStep'> {
  readonly summary: ConnectedSummary;
  readonly run: RunSummary;
  readonly trouble: Error | null;
}

function Begun({ summary, run, trouble, onStep }: BegunProps): JSX.Element {
  const conflicts = useConflicts('open', summary.version);
  const ended = run.state === 'done' || run.state === 'cancelled' || run.state === 'failed';
  return (
    <StepCard
      title="Run"
      now={run.state === 'done' ? healthSentence({ summary, statement: run.statement, conflicts: conflicts.data?.pages.at(-1)?.total ?? 0 }) : nowWords(run)}
      next={nextWords(run)}
      onward={run.state === 'done' ? { label: 'Open Reviews sync', go: () => dashboard.navigate({ pageId: SYNC_PAGE_ID }) } : ended ? { label: 'Preview again', go: () => onStep('preview') } : null}
    >
      {trouble === null ? null : <ProblemNotice problem={asProblem(trouble)} />}
      {run.trouble === null ? null : <ProblemNotice problem={run.trouble} />}
      {run.state === 'done' ? <Comparison finishedAtMs={run.updatedAtMs} /> : (
        <Box direction="vertical" gap="SP2">
          <Text size="small" weight="bold">{phaseSentence(run)}</Text>
          <ProgressBar label="Reviews compared" percent={percentDone(run)} words={progressSentence(run)} done={false} />
          <Text size="small">{progressSentence(run)}</Text>
        </Box>
      )}
      {run.state === 'done' ? null : <RunCounts summary={summary} />}
      {run.state === 'held' ? <HeldRunCard run={run} paused={summary.connection.paused} /> : <Controls run={run} />}
    </StepCard>
  );
}

function Controls({ run }: { readonly run: RunSummary }): JSX.Element | null {
  const change = useAction({ run: postBackfill, told: (_answer, action) => TOLD[action] });
  const button = (action: BackfillAction, label: string): JSX.Element => <Button size="small" priority={action === 'resume' ? 'primary' : 'secondary'} disabled={change.isPending} onClick={() => change.mutate(action)}>{label}</Button>;
  switch (run.state) {
    case 'running':
      return <Box gap="SP2">{button('pause', 'Pause')}{button('cancel', 'Cancel the run')}</Box>;
    case 'paused':
      return <Box gap="SP2">{button('resume', 'Resume')}{button('cancel', 'Cancel the run')}</Box>;
    // A held run is decided about in a card of its own, which asks with numbers.
    case 'held':
    case 'done':
    case 'failed':
    case 'cancelled':
      return null;
  }
}

const TOLD: Readonly<Record<BackfillAction, string>> = {
  start: 'Started.', sweep: 'Checking every pair.', pause: 'Paused. Nothing is lost.', resume: 'Going on.', release: 'Going on.', cancel: 'Stopped. What was copied stays.',
};

function nowWords({ state }: RunSummary): string {
  switch (state) {
    case 'running':
      return 'Reviews are being copied.';
    case 'paused':
      return 'Paused. It goes on from here when you resume it.';
    case 'held':
      return 'Stopped: it would change an unusually large part of your reviews at once.';
    case 'done':
      return 'Everything was compared.';
    case 'failed':
    case 'cancelled':
      return 'Stopped before the end. What was copied stays; the rest was left as it is.';
  }
}

function nextWords({ state }: RunSummary): string {
  switch (state) {
    case 'running':
      return 'You can leave this page: it goes on from here when you come back.';
    case 'paused':
      return 'Resume it, or cancel it and keep what was copied.';
    case 'held':
      return 'Let it go on if you made these changes yourself, else cancel it.';
    case 'done':
      return 'From now on both shops are kept the same by themselves.';
    case 'failed':
    case 'cancelled':
      return 'A new preview shows what is left to do.';
  }
}
