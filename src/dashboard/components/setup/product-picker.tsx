import { useState, type JSX, type KeyboardEvent } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Box, FormField, Input, Text, TextButton } from '@wix/design-system';
import type { WixProductId } from '../../../core/ids';
import { asProblem } from '../../api/api-problem';
import { getWixProducts } from '../../api/setup-client';
import { wixProductsKey } from '../../hooks/query-keys';
import { useLater } from '../../hooks/setup/use-later';
import { ProblemNotice } from '../problem-notice';

interface Props {
  readonly storeName: string;
  readonly onPick: (id: WixProductId) => void;
  readonly onClose: () => void;
}

/** Finds a product of the Wix site by name or SKU. Escape leaves without choosing. */
export function ProductPicker({ storeName, onPick, onClose }: Props): JSX.Element {
  const [typed, setTyped] = useState('');
  const wanted = useLater(typed.trim());
  const search = useInfiniteQuery({
    queryKey: wixProductsKey(wanted),
    queryFn: ({ pageParam }: { pageParam: string | null }) => getWixProducts(wanted, pageParam),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });
  const found = search.data?.pages.flatMap((page) => page.items) ?? [];
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div onKeyDown={leave}>
      <Box direction="vertical" gap="SP2">
        <FormField label="Find the Wix product" id="pick-product"><Input id="pick-product" size="small" type="search" autoFocus value={typed} placeholder="Name or SKU" onChange={(event) => setTyped(event.currentTarget.value)} /></FormField>
        {search.error === null ? null : <ProblemNotice problem={asProblem(search.error)} onRetry={() => void search.refetch()} />}
        <div aria-live="polite"><Text size="tiny" secondary>{search.isFetching ? 'Searching…' : found.length === 0 ? 'No product found.' : `${found.length} found${search.hasNextPage ? ' so far' : ''}`}</Text></div>
        {found.length === 0 ? null : (
          <ul className="rr-picks" aria-label={`Wix products for ${storeName}`}>
            {found.map(({ id, name, sku }) => <li key={id}><button type="button" className="rr-pick" onClick={() => onPick(id)}><bdi>{name}</bdi>{sku === null ? '' : ` · ${sku}`}</button></li>)}
          </ul>
        )}
        <Box gap="SP3">
          {search.hasNextPage ? <TextButton size="small" disabled={search.isFetching} onClick={() => void search.fetchNextPage()}>Search further</TextButton> : null}
          <TextButton size="small" onClick={onClose}>Cancel</TextButton>
        </Box>
      </Box>
    </div>
  );
}
