import { useCallback, type JSX } from 'react';
import { Box, Button, Card, TextButton } from '@wix/design-system';
import type { LinkItem, StateCounts } from '../../backend/endpoints/api-types';
import { asProblem } from '../api/api-problem';
import { itemsOf } from '../format/merge-pages';
import { isNarrowed, nothingWords } from '../format/sync/nothing-words';
import { useLinks } from '../hooks/use-links';
import { useNarrow } from '../hooks/use-narrow';
import type { SyncPlace } from '../format/sync/sync-place';
import { LinksList } from './links-list';
import { LinksTable } from './links-table';
import { ProblemNotice } from './problem-notice';
import { StateFilter } from './state-filter';
import { ExportButton } from './sync/export-button';
import { LedgerProduct } from './sync/ledger-product';
import { LedgerSearch } from './sync/ledger-search';
import { NothingHere } from './sync/nothing-here';
import { ReasonFilter } from './sync/reason-filter';
import { TableSkeleton } from './table-skeleton';

interface Props {
  readonly counts: StateCounts;
  /** The summary's version: when it changes the list is read again. */
  readonly version: string;
  readonly nowMs: number;
  readonly place: SyncPlace;
  readonly onPlace: (change: Partial<SyncPlace>) => void;
}

/** Every review we know of, newest event first. */
export function LinksCard({ counts, version, nowMs, place, onPlace }: Props): JSX.Element {
  const links = useLinks(place, version);
  const search = useCallback((q: string | null) => onPlace({ q, product: null }), [onPlace]);
  const narrow = useNarrow();
  const items = links.data === undefined ? null : itemsOf(links.data.pages);
  return (
    <Card>
      <Card.Header title="Reviews" suffix={<ExportButton filter={place} />} />
      <Card.Divider />
      <Card.Content>
        <Box direction="vertical" gap="SP3">
          <StateFilter counts={counts} filter={place.state} onChange={(state) => onPlace({ state })} />
          <Box gap="SP2" flexWrap="wrap" verticalAlign="middle">
            <Box flex="1 1 220px" display="block"><LedgerSearch q={place.q} onChange={search} /></Box>
            <ReasonFilter reason={place.code} onChange={(code) => onPlace({ code })} />
            <LedgerProduct product={place.product} text={place.q} onChange={(product) => onPlace({ product, q: null })} />
          </Box>
        </Box>
      </Card.Content>
      <Card.Divider />
      {links.error === null ? null : (
        <Card.Content><ProblemNotice problem={asProblem(links.error)} onRetry={() => void links.refetch()} /></Card.Content>
      )}
      {items === null ? (links.error === null ? <TableSkeleton /> : null) : <Loaded items={items} place={place} nowMs={nowMs} narrow={narrow} onPlace={onPlace} />}
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
  readonly place: SyncPlace;
  readonly nowMs: number;
  readonly narrow: boolean;
  readonly onPlace: Props['onPlace'];
}

function Loaded({ items, place, nowMs, narrow, onPlace }: LoadedProps): JSX.Element {
  const open = (item: LinkItem['id']): void => onPlace({ item });
  if (items.length > 0) return narrow ? <LinksList items={items} nowMs={nowMs} onOpen={open} /> : <LinksTable items={items} nowMs={nowMs} onOpen={open} />;
  const { title, subtitle } = nothingWords(place);
  return (
    <NothingHere title={title} subtitle={subtitle}>
      {isNarrowed(place) ? <TextButton onClick={() => onPlace({ q: null, product: null, state: null, code: null })}>Show all reviews</TextButton> : null}
    </NothingHere>
  );
}
