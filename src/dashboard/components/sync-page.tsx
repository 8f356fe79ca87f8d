import { Box, Page } from '@wix/design-system';
import { useEffect, type JSX } from 'react';
import { asProblem } from '../api/api-problem';
import { useLastingError } from '../hooks/use-lasting-error';
import { useNarrow } from '../hooks/use-narrow';
import { useSyncStatus } from '../hooks/use-sync-status';
import { ConnectCard } from './connect-card';
import { PageSkeleton } from './page-skeleton';
import { ProblemNotice } from './problem-notice';
import { SetupLink } from './setup/setup-link';
import { SampleCard } from './sync/sample-card';
import { SyncOverview } from './sync-overview';

/** Left alone, the page is never narrower than 960 pixels. */
const NARROW = { minWidth: 0, sidePadding: 18 };

/** Keeps what was read last on screen when a later look fails. */
export function SyncPage(): JSX.Element {
  const status = useSyncStatus();
  const { data } = status;
  const { error, retry } = useLastingError(status);
  const narrow = useNarrow();
  useEffect(() => {
    document.title = 'Reviews sync';
  }, []);
  return (
    <Page {...(narrow ? NARROW : {})}>
      <Page.Header title="Reviews sync" subtitle="One set of product reviews, on your Wix site and in your store." {...(narrow ? {} : { actionsBar: <SetupLink /> })} />
      <Page.Content>
        <Box direction="vertical" gap="SP4">
          {narrow ? <Box><SetupLink /></Box> : null}
          {error === null ? null : <ProblemNotice problem={asProblem(error)} onRetry={retry} />}
          {data === undefined ? (error === null ? <PageSkeleton /> : null) : data.kind === 'disconnected' ? <><ConnectCard copied={data.copied} /><SampleCard /></> : <SyncOverview summary={data} />}
        </Box>
      </Page.Content>
    </Page>
  );
}
