import type { JSX } from 'react';
import { Cell, Layout } from '@wix/design-system';
import type { ConnectedSummary } from '../../backend/endpoints/api-types';
import { asProblem } from '../api/api-problem';
import { useConflicts } from '../hooks/sync/use-conflicts';
import { useSyncPlace } from '../hooks/sync/use-sync-place';
import { lastStatement, useRuns } from '../hooks/sync/use-runs';
import { useNarrow } from '../hooks/use-narrow';
import { latestRun, useTicks } from '../hooks/use-ticks';
import { useWebhookCheck } from '../hooks/use-webhook-check';
import { BackfillCard } from './backfill-card';
import { ConnectionCard } from './connection-card';
import { HealthLine } from './health-line';
import { LinksCard } from './links-card';
import { ProductsCard } from './products-card';
import { ConflictsCard } from './sync/conflicts-card';
import { HeldRunCard } from './sync/held-run-card';
import { RunsCard } from './sync/runs-card';
import { StoreDownCard } from './sync/store-down-card';
import { TimelineDialog } from './sync/timeline-dialog';

/** Everything about a connected store. */
export function SyncOverview({ summary }: { readonly summary: ConnectedSummary }): JSX.Element {
  const ticks = useTicks(summary);
  useWebhookCheck(summary);
  const narrow = useNarrow();
  const card = narrow ? 12 : 4;
  const { connection, counts, outcomes, products, version, checkedAtMs } = summary;
  const run = latestRun(summary.run, ticks.data?.run ?? null);
  const runs = useRuns(run);
  const conflicts = useConflicts('open', version);
  const [place, onPlace] = useSyncPlace();
  const open = conflicts.data?.pages.at(-1)?.total ?? 0;
  const health = { summary: { ...summary, run }, statement: lastStatement(run, runs.data), conflicts: open };
  return (
    <Layout gap={narrow ? 'SP2' : 'SP4'}>
      <Cell span={12}><HealthLine health={health} problem={runs.error === null ? null : asProblem(runs.error)} /></Cell>
      {connection.down === null || connection.paused ? null : <Cell span={12}><StoreDownCard down={connection.down} nowMs={checkedAtMs} /></Cell>}
      {run?.state === 'held' ? <Cell span={12}><HeldRunCard run={run} paused={connection.paused} /></Cell> : null}
      <Cell span={card}><ConnectionCard connection={connection} outcomes={outcomes} run={run} /></Cell>
      <Cell span={card}><BackfillCard run={run} trouble={ticks.error === null ? null : asProblem(ticks.error)} paused={connection.paused} /></Cell>
      <Cell span={card}><ProductsCard products={products} paused={connection.paused} /></Cell>
      <Cell span={12}><ConflictsCard conflicts={conflicts} paused={connection.paused} nowMs={checkedAtMs} onOpen={(item) => onPlace({ item })} /></Cell>
      <Cell span={12}><LinksCard counts={counts} version={version} nowMs={checkedAtMs} place={place} onPlace={onPlace} /></Cell>
      <Cell span={12}><RunsCard runs={runs} run={run} paused={connection.paused} nowMs={checkedAtMs} /></Cell>
      {place.item === null ? null : <TimelineDialog id={place.item} onClose={() => onPlace({ item: null })} />}
    </Layout>
  );
}
