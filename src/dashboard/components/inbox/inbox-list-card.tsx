import type { JSX } from 'react';
import { Box, Button, Card, Text, TextButton } from '@wix/design-system';
import type { InboxFilter } from '../../../backend/endpoints/inbox/inbox-types';
import { asProblem } from '../../api/api-problem';
import { counted, formatCount } from '../../format/format-count';
import { formatAbsolute } from '../../format/format-moment';
import { isNarrowed } from '../../format/inbox/inbox-place';
import type { InboxList } from '../../hooks/inbox/use-inbox-list';
import { useStable } from '../../hooks/use-stable';
import { ProblemNotice } from '../problem-notice';
import { TableSkeleton } from '../table-skeleton';
import { InboxRows } from './inbox-rows';

interface Props {
  readonly list: InboxList;
  readonly filter: InboxFilter;
  readonly names: Readonly<Record<string, string>>;
  readonly openId: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly nowMs: number;
  readonly overdueHours: number;
  readonly checkedAtMs: number | null;
  /** Whether new reviews are looked at, so that an empty list means that all is well. */
  readonly isWatching: boolean;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (id: string) => void;
  readonly onClear: () => void;
}

export function InboxListCard(props: Props): JSX.Element {
  const { list, filter } = props;
  return (
    <Card>
      {list.error === null ? null : <Card.Content><ProblemNotice problem={asProblem(list.error)} onRetry={() => list.retry()} /></Card.Content>}
      {list.items === null ? (list.error === null ? <TableSkeleton /> : null) : list.items.length === 0 ? <Nothing {...props} /> : <Rows {...props} />}
      {filter.text !== null && list.searched > 0 ? (
        <Card.Content><Text size="tiny" secondary>{readForWords(list)}</Text></Card.Content>
      ) : null}
      {list.hasMore ? (
        <Card.Content>
          <Box align="center">
            <Button size="small" priority="secondary" disabled={list.isLoadingMore} onClick={() => list.loadMore()}>{list.isLoadingMore ? 'Loading…' : filter.text === null ? 'Load more' : 'Search the next ones'}</Button>
          </Box>
        </Card.Content>
      ) : null}
    </Card>
  );
}

function Rows({ list, filter, onOpen, onChoose, ...rest }: Props): JSX.Element {
  const [open, choose, more] = [useStable(onOpen), useStable(onChoose), useStable(() => list.loadMore())];
  // Words are looked for page by page, at a cost: that goes on only when it is asked for.
  const goesOn = list.hasMore && !list.isLoadingMore && filter.text === null;
  return <InboxRows {...rest} items={list.items ?? []} onOpen={open} onChoose={choose} onReachEnd={goesOn ? more : null} />;
}

function Nothing({ list, filter, checkedAtMs, isWatching, onClear }: Props): JSX.Element {
  const narrowed = isNarrowed(filter);
  const [title, says] = narrowed ? (filter.text !== null && list.hasMore ? STILL_TO_READ : ['Nothing matches', 'No review fits all of these filters.']) : filter.view === 'open' && !isWatching ? UNWATCHED : WHEN_EMPTY[filter.view];
  return (
    <Card.Content>
      <Box direction="vertical" align="center" gap="SP2" padding="SP4">
        <Text weight="bold">{title}</Text>
        <Text size="small" secondary>{says}</Text>
        {narrowed ? <TextButton size="small" onClick={onClear}>Clear the filters</TextButton> : null}
        {!narrowed && filter.view === 'open' && checkedAtMs !== null ? <Text size="tiny" secondary>Last checked {formatAbsolute(checkedAtMs)}</Text> : null}
      </Box>
    </Card.Content>
  );
}

/** How far a search went, and what it could not see. */
function readForWords({ searched, unread, hasMore }: InboxList): string {
  const read = `${counted(searched, 'review', 'reviews')} searched, title, words and author${hasMore ? '; there are more' : ''}.`;
  return unread === 0 ? read : `${read} ${formatCount(unread)} of them could not be read just now; search again later to include them.`;
}

const STILL_TO_READ = ['Nothing found so far', 'None of the reviews searched holds these words. There are more to search.'] as const;

const UNWATCHED = ['Nothing is waiting', 'Reviews that came before are dealt with.'] as const;

const WHEN_EMPTY: Readonly<Record<InboxFilter['view'], readonly [string, string]>> = {
  open: ['All caught up', 'Every review with few stars has been dealt with. New ones appear here by themselves.'],
  snoozed: ['Nothing is snoozed', 'Reviews you put off for a while wait here.'],
  done: ['Nothing is done yet', 'Reviews you have answered or resolved are kept here.'],
};
