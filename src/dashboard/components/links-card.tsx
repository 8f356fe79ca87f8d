import type { JSX } from 'react';
import { Box, Button, Card, EmptyState, TextButton } from '@wix/design-system';
import type { LinkItem, StateCounts } from '../../backend/endpoints/api-types';
import { asProblem } from '../api/api-problem';
import { STATE_LABELS } from '../format/link-state-label';
import { useLinks } from '../hooks/use-links';
import { useNarrow } from '../hooks/use-narrow';
import { useStateFilter } from '../hooks/use-state-filter';
import { LinksList } from './links-list';
import { LinksTable } from './links-table';
import { ProblemNotice } from './problem-notice';
import { StateFilter } from './state-filter';
import { TableSkeleton } from './table-skeleton';

interface Props {
  readonly counts: StateCounts;
  /** The summary's version: when it changes the list is read again. */
  readonly version: string;
  readonly nowMs: number;
}

/** Every review we know of, newest event first. */
export function LinksCard({ counts, version, nowMs }: Props): JSX.Element {
  const [filter, setFilter] = useStateFilter();
  const links = useLinks(filter, version);
  const narrow = useNarrow();
  const items = links.data?.pages.flatMap((page) => page.items) ?? null;
  return (
    <Card>
      <Card.Header title="Reviews" />
      <Card.Divider />
      <Card.Content><StateFilter counts={counts} filter={filter} onChange={setFilter} /></Card.Content>
      <Card.Divider />
      {links.error === null ? null : (
        <Card.Content><ProblemNotice problem={asProblem(links.error)} onRetry={() => void links.refetch()} /></Card.Content>
      )}
      {items === null ? (links.error === null ? <TableSkeleton /> : null) : <Loaded items={items} filter={filter} nowMs={nowMs} narrow={narrow} onClear={() => setFilter(null)} />}
      {links.hasNextPage ? (
        <Card.Content>
          <Box align="center">
            <Button priority="secondary" disabled={links.isFetchingNextPage} onClick={() => void links.fetchNextPage()}>
              {links.isFetchingNextPage ? 'Loading…' : 'Load more'}
            </Button>
          </Box>
        </Card.Content>
      ) : null}
    </Card>
  );
}

interface LoadedProps {
  readonly items: readonly LinkItem[];
  readonly filter: LinkItem['state'] | null;
  readonly nowMs: number;
  readonly narrow: boolean;
  readonly onClear: () => void;
}

function Loaded({ items, filter, nowMs, narrow, onClear }: LoadedProps): JSX.Element {
  if (items.length > 0) return narrow ? <LinksList items={items} nowMs={nowMs} /> : <LinksTable items={items} nowMs={nowMs} />;
  if (filter === null) return <EmptyState title="No reviews yet" subtitle="Reviews appear here once one is written or everything was compared." />;
  return (
    <EmptyState title={`No reviews in “${STATE_LABELS[filter].text}”`} subtitle={STATE_LABELS[filter].none}>
      <TextButton onClick={onClear}>Show all reviews</TextButton>
    </EmptyState>
  );
}
