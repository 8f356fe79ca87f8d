import type { UseQueryResult } from '@tanstack/react-query';
import { Box, Card } from '@wix/design-system';
import type { JSX } from 'react';
import type { RunItem, RunsAnswer, RunSummary } from '../../../backend/endpoints/api-types';
import { asProblem } from '../../api/api-problem';
import { postBackfill } from '../../api/client';
import { isUnderWay } from '../../format/sync/run-words';
import { useAction } from '../../hooks/use-action';
import { ProblemNotice } from '../problem-notice';
import { CardLoading } from './card-loading';
import { RunRow } from './run-row';
import { NothingHere } from './nothing-here';

interface Props {
  readonly runs: UseQueryResult<RunsAnswer>;
  /** The present run, which is read more often than the list. */
  readonly run: RunSummary | null;
  readonly paused: boolean;
  readonly nowMs: number;
}

/** The latest runs, newest first: what each did, and the way back. */
export function RunsCard({ runs, run, paused, nowMs }: Props): JSX.Element {
  return (
    <Card>
      <Card.Header title="Runs" subtitle="The last ten times that all reviews were gone through. A run’s copies can be taken back." />
      <Card.Divider />
      {runs.error === null ? null : <Card.Content><ProblemNotice problem={asProblem(runs.error)} onRetry={() => void runs.refetch()} /></Card.Content>}
      {runs.data === undefined ? (runs.error === null ? <CardLoading label="Loading runs" widths={['35%', '60%']} /> : null) : <Loaded items={withPresent(runs.data.items, run)} paused={paused} nowMs={nowMs} />}
    </Card>
  );
}

function withPresent(items: readonly RunItem[], run: RunSummary | null): readonly RunItem[] {
  return items.map((item) => (item.run.startedAtMs === run?.startedAtMs ? { ...item, run } : item));
}

interface LoadedProps {
  readonly items: readonly RunItem[];
  readonly paused: boolean;
  readonly nowMs: number;
}

function Loaded({ items, paused, nowMs }: LoadedProps): JSX.Element {
  const cancel = useAction({ run: () => postBackfill('cancel'), told: () => 'Cancelled. What it had copied stays, and can be rolled back.' });
  if (items.length === 0) return <NothingHere title="No runs yet" subtitle="Every comparison of the two shops is listed here, with what it did." />;
  const busy = paused || items.some(({ run }) => isUnderWay(run));
  return (
    <Card.Content>
      <div role="list" aria-label="Runs">
        <Box direction="vertical" gap="SP2">
          {items.map((item, at) => <RunRow key={item.run.startedAtMs} item={item} nowMs={nowMs} first={at === 0} busy={busy} onCancel={() => cancel.mutate(undefined)} />)}
        </Box>
      </div>
    </Card.Content>
  );
}
