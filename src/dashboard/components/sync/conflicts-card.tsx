import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Box, Button, Card, Divider } from '@wix/design-system';
import { useState, type JSX } from 'react';
import type { ConflictItem, ConflictsAnswer } from '../../../backend/endpoints/api-types';
import { asProblem } from '../../api/api-problem';
import { useResolve } from '../../hooks/sync/use-resolve';
import { useLastingError } from '../../hooks/use-lasting-error';
import { ProblemNotice } from '../problem-notice';
import { CardLoading } from './card-loading';
import { ConflictBulkBar } from './conflict-bulk-bar';
import { ConflictRow } from './conflict-row';
import { NothingHere } from './nothing-here';

interface Props {
  readonly conflicts: UseInfiniteQueryResult<InfiniteData<ConflictsAnswer>>;
  readonly paused: boolean;
  readonly nowMs: number;
  readonly onOpen: (id: ConflictItem['linkId']) => void;
}

/** Fields that were changed in both shops at once. One value stands; the other is kept until a person has looked. */
export function ConflictsCard({ conflicts, paused, nowMs, onOpen }: Props): JSX.Element {
  const { data, hasNextPage, isFetchingNextPage } = conflicts;
  const { error, retry } = useLastingError(conflicts);
  return (
    <Card>
      <Card.Header title="Conflicts" subtitle="The same field was changed in both shops. One value stands in both; the other is kept here until you decide." />
      <Card.Divider />
      {error === null ? null : <Card.Content><ProblemNotice problem={asProblem(error)} onRetry={retry} /></Card.Content>}
      {data === undefined ? (error === null ? <CardLoading label="Loading conflicts" widths={['20%', '70%']} /> : null) : <Loaded items={data.pages.flatMap(({ items }) => items)} paused={paused} nowMs={nowMs} onOpen={onOpen} />}
      {hasNextPage ? (
        <Card.Content>
          <Box align="center">
            <Button size="small" priority="secondary" disabled={isFetchingNextPage} onClick={() => void conflicts.fetchNextPage()}>{isFetchingNextPage ? 'Loading…' : 'Load more conflicts'}</Button>
          </Box>
        </Card.Content>
      ) : null}
    </Card>
  );
}

interface LoadedProps extends Pick<Props, 'paused' | 'nowMs' | 'onOpen'> {
  readonly items: readonly ConflictItem[];
}

function Loaded({ items, paused, nowMs, onOpen }: LoadedProps): JSX.Element {
  const resolving = useResolve();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter(({ id }) => ids.has(id));
  const busy = paused || resolving.progress !== null;
  if (items.length === 0) return <NothingHere title="No conflicts" subtitle="When both shops change the same review at once, the value that was replaced is kept here for you." />;
  return (
    <Card.Content>
      <Box direction="vertical" gap="SP3">
        <ConflictBulkBar items={items} paused={paused} chosen={chosen} resolving={resolving} onChooseAll={() => setIds(new Set(items.map(({ id }) => id)))} onClear={() => setIds(new Set())} />
        <Divider />
        <div role="list" aria-label="Conflicts">
          <Box direction="vertical" gap="SP3">
            {items.map((item, at) => (
              <ConflictRow
                key={item.id} item={item} nowMs={nowMs} first={at === 0} busy={busy} chosen={ids.has(item.id)} onOpen={onOpen}
                onToggle={() => setIds((before) => toggled(before, item.id))} onPick={(pick) => void resolving.resolve([item], pick)}
              />
            ))}
          </Box>
        </div>
      </Box>
    </Card.Content>
  );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
