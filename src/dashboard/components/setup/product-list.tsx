import type { JSX } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Box, Button, FormField, Input, SkeletonGroup, SkeletonLine, Text, TextButton } from '@wix/design-system';
import { asProblem } from '../../api/api-problem';
import { getSetupProducts } from '../../api/setup-client';
import { VIEW_WORDS, type ProductView } from '../../format/setup/product-words';
import { productListKey } from '../../hooks/query-keys';
import { useTypedSearch } from '../../hooks/use-typed-search';
import { ProblemNotice } from '../problem-notice';
import { ProductRow } from './product-row';

/** As tall as the page of products that comes in their place begins. */
const ROWS = Array.from({ length: 10 }, (_, row) => row);

interface Props {
  readonly view: ProductView;
  readonly text: string | null;
  readonly paused: boolean;
  /** The same one for as long as the view is. */
  readonly onText: (text: string | null) => void;
}

/** One view of the products, page by page; what is typed is looked for in all of them, not only in those shown. */
export function ProductList({ view, text, paused, onText }: Props): JSX.Element {
  const [typed, setTyped] = useTypedSearch(text, onText);
  const wanted = text ?? '';
  const list = useInfiniteQuery({
    queryKey: productListKey(view, wanted),
    queryFn: ({ pageParam }: { pageParam: string | null }) => getSetupProducts({ view, text, cursor: pageParam }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? null;
  return (
    <Box direction="vertical" gap="SP3">
      <Text size="small">{VIEW_WORDS[view].means}</Text>
      <Box maxWidth="360px">
        <FormField label="Find a store product" id="find-product"><Input id="find-product" size="small" type="search" value={typed} placeholder="Part of its name" onChange={(event) => setTyped(event.currentTarget.value)} /></FormField>
      </Box>
      {list.error === null ? null : <ProblemNotice problem={asProblem(list.error)} onRetry={() => void list.refetch()} />}
      {items === null ? (list.error === null ? <Skeleton /> : null) : items.length === 0 ? (
        <Box gap="SP2"><Text size="small">{wanted === '' ? VIEW_WORDS[view].none : 'No product of this view has that in its name.'}</Text>{wanted === '' ? null : <TextButton size="small" onClick={() => setTyped('')}>Show all</TextButton>}</Box>
      ) : (
        <ul className="rr-setup-plain" style={{ gap: 0 }} aria-label={VIEW_WORDS[view].title}>
          {items.map((item) => <li key={item.storeProductId} className="rr-product"><ProductRow item={item} view={view} paused={paused} /></li>)}
        </ul>
      )}
      {list.hasNextPage ? <Box align="center"><Button size="small" priority="secondary" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{list.isFetchingNextPage ? 'Loading…' : 'Load more'}</Button></Box> : null}
    </Box>
  );
}

function Skeleton(): JSX.Element {
  return (
    <div role="status" aria-busy="true" aria-label="Loading products">
      <SkeletonGroup>
        {ROWS.map((row) => <div key={row} className="rr-product-skeleton"><Box direction="vertical" gap="SP2"><SkeletonLine width="45%" /><SkeletonLine width="70%" /></Box></div>)}
      </SkeletonGroup>
    </div>
  );
}
