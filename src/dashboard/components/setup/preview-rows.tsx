import type { JSX } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Box, Button, SkeletonGroup, SkeletonLine, Text } from '@wix/design-system';
import type { LinkItem } from '../../../backend/endpoints/api-types';
import type { PreviewGroup } from '../../../backend/endpoints/setup/setup-types';
import { asProblem } from '../../api/api-problem';
import { getPreviewRows } from '../../api/setup-client';
import { previewRowsKey } from '../../hooks/query-keys';
import { ProblemNotice } from '../problem-notice';
import { Stars } from '../stars';

interface Props {
  readonly group: PreviewGroup;
  readonly madeAtMs: number;
  readonly label: string;
}

/** The reviews behind one number, page by page. */
export function PreviewRows({ group, madeAtMs, label }: Props): JSX.Element {
  const rows = useInfiniteQuery({
    queryKey: previewRowsKey(madeAtMs, group),
    queryFn: ({ pageParam }: { pageParam: string | null }) => getPreviewRows(group, pageParam),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });
  if (rows.error !== null) return <ProblemNotice problem={asProblem(rows.error)} onRetry={() => void rows.refetch()} />;
  if (rows.data === undefined) return <SkeletonGroup><SkeletonLine width="80%" /></SkeletonGroup>;
  return (
    <Box direction="vertical" gap="SP2" paddingBottom="SP3">
      <ul className="rr-setup-plain" aria-label={`Reviews ${label}`}>
        {rows.data.pages.flatMap((page) => page.items).map((item) => <li key={item.id} className="rr-row"><Row item={item} /></li>)}
      </ul>
      {rows.hasNextPage ? <Box><Button size="tiny" priority="secondary" disabled={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>{rows.isFetchingNextPage ? 'Loading…' : 'Show more'}</Button></Box> : null}
    </Box>
  );
}

function Row({ item }: { readonly item: LinkItem }): JSX.Element {
  return (
    <>
      <Stars rating={item.rating} />
      <Text size="small" overflowWrap="anywhere"><bdi>{item.storeProductName ?? item.wixProductName ?? 'A product without a match'}</bdi></Text>
      <Text size="tiny" secondary>{item.birth === 'wix' ? 'Written on Wix' : 'Written in the store'}{item.sentence === null ? '' : `. ${item.sentence}`}</Text>
    </>
  );
}
