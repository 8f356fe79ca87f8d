import type { JSX } from 'react';
import { Box, Button, SkeletonGroup, SkeletonLine, Text } from '@wix/design-system';
import type { ConnectedSetup, PreviewAgeAnswer, PreviewAnswer, PreviewSummary } from '../../../backend/endpoints/setup/setup-types';
import { asProblem } from '../../api/api-problem';
import { postBackfill } from '../../api/client';
import { postPreview } from '../../api/setup-client';
import { formatCount } from '../../format/format-count';
import { costSentence, previewPercent, previewSentence } from '../../format/setup/preview-words';
import { usePreview } from '../../hooks/setup/use-preview';
import { usePreviewAge } from '../../hooks/setup/use-preview-age';
import { useAction } from '../../hooks/use-action';
import { Moment } from '../moment';
import { ProblemNotice } from '../problem-notice';
import { PreviewAge } from './preview-age';
import { PreviewGroups } from './preview-groups';
import { ProgressBar } from './progress-bar';
import { StepCard } from './step-card';
import type { StepProps } from './step-content';

interface Props extends StepProps {
  readonly status: ConnectedSetup;
}

/** What a run would do, found out by doing all of it but the writing. Only from here can it be started. */
export function PreviewStep({ status: { run, connection }, place, onPlace, onStep }: Props): JSX.Element {
  const { preview, groups, error, retry } = usePreview();
  const change = useAction({ run: postPreview, told: () => null, errors: 'inline' });
  const seen = preview?.state === 'done' && groups !== null;
  // What a run has done since is no longer ahead, and of another store nothing was foretold.
  const past = seen && ((run !== null && run.startedAtMs >= preview.startedAtMs) || preview.startedAtMs < Date.parse(connection.connectedAt));
  const { age, look } = usePreviewAge(seen && !past ? preview : null);
  const start = useAction({ run: () => startUnlessOutdated(look), told: (started) => (started ? 'Started. You can leave this page.' : null), errors: 'inline' });
  const problem = start.error ?? change.error ?? error;
  const outdated = seen && !past && (age ?? preview).outdated.length > 0;
  const ready = seen && !past && !outdated;
  const go = (): void => start.mutate(undefined, { onSuccess: (started) => (started ? onStep('run') : undefined) });
  return (
    <StepCard
      title="Preview"
      now={groups === null || !seen ? 'Every review is looked at as in the real run, with nothing written in either shop.' : `${past ? 'Before the last run or connection: ' : ''}${previewSentence(groups)}`}
      next={nextWords(ready, past, outdated)}
      onward={{ label: start.isPending ? 'Starting…' : 'Start', disabled: !ready || start.isPending, go }}
    >
      {problem === null ? null : <ProblemNotice problem={asProblem(problem)} onRetry={retry} />}
      {past || !seen ? null : <PreviewAge age={age ?? { outdated: preview.outdated, changed: 0 }} />}
      <Body preview={preview} groups={groups} failed={error !== null} open={place.view} onOpen={(view) => onPlace({ view })} />
      <Actions preview={preview} busy={change.isPending} onAct={(action) => change.mutate(action)} />
    </StepCard>
  );
}

/** Somebody else, or another tab, may have chosen differently since this page last looked. */
async function startUnlessOutdated(look: () => Promise<PreviewAgeAnswer>): Promise<boolean> {
  if ((await look()).outdated.length > 0) return false;
  await postBackfill('start');
  return true;
}

function nextWords(ready: boolean, past: boolean, outdated: boolean): string {
  if (outdated) return 'You can start as soon as you have seen what would happen now.';
  if (past) return 'Make it again to see what is left to do; then you can start again.';
  return ready ? 'Nothing has been written so far. Start does what you see here.' : 'You can start once you have seen what would happen.';
}

interface BodyProps {
  readonly preview: PreviewSummary | null | undefined;
  readonly groups: PreviewAnswer['groups'];
  readonly failed: boolean;
  readonly open: string | null;
  readonly onOpen: (group: string | null) => void;
}

function Body({ preview, groups, failed, open, onOpen }: BodyProps): JSX.Element | null {
  if (preview === undefined) return failed ? null : <Skeleton />;
  switch (preview?.state) {
    case undefined:
    case 'cancelled':
      return <Text size="small">Every review of both shops is read and compared, which takes a few minutes for some thousand. You see how many would be copied where, which stay and why, and every single one behind each number.</Text>;
    case 'preparing':
    case 'running':
      return <Progress preview={preview} />;
    case 'done':
      return groups === null ? <Skeleton /> : (
        <>
          <Box gap="SP2" verticalAlign="middle" flexWrap="wrap"><Text size="small">{costSentence(preview)}</Text><Moment atMs={preview.updatedAtMs} nowMs={Date.now()} /></Box>
          <PreviewGroups key={preview.startedAtMs} numbers={groups} madeAtMs={preview.startedAtMs} open={open} onOpen={onOpen} />
        </>
      );
  }
}

function Progress({ preview }: { readonly preview: PreviewSummary }): JSX.Element {
  const words = preview.state === 'preparing' ? 'Taking over what is known already' : preview.total === null ? `${formatCount(preview.done)} reviews compared` : `${formatCount(preview.done)} of about ${formatCount(preview.total)} compared`;
  return (
    <Box direction="vertical" gap="SP2">
      <ProgressBar label="Preview" percent={previewPercent(preview)} words={words} done={false} />
      <Text size="small">{words}. Nothing is written. It goes on while this page is open, and from here when you come back.</Text>
    </Box>
  );
}

function Actions({ preview, busy, onAct }: { readonly preview: PreviewSummary | null | undefined; readonly busy: boolean; readonly onAct: (action: 'start' | 'cancel') => void }): JSX.Element | null {
  if (preview === undefined) return null;
  const active = preview?.state === 'running' || preview?.state === 'preparing';
  const label = active ? 'Cancel' : preview?.state === 'done' ? 'Make it again' : 'Make the preview';
  return <Box><Button size="small" priority={preview?.state === 'done' || active ? 'secondary' : 'primary'} disabled={busy} onClick={() => onAct(active ? 'cancel' : 'start')}>{label}</Button></Box>;
}

function Skeleton(): JSX.Element {
  return (
    <div role="status" aria-busy="true" aria-label="Loading preview">
      <SkeletonGroup><Box direction="vertical" gap="SP5">{['a', 'b', 'c', 'd', 'e'].map((row) => <SkeletonLine key={row} width="85%" />)}</Box></SkeletonGroup>
    </div>
  );
}
