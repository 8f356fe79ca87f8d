import type { JSX } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Box, Button, SkeletonGroup, SkeletonLine, Text } from '@wix/design-system';
import type { ProductItem } from '../../backend/endpoints/api-types';
import { asProblem } from '../api/api-problem';
import { getSuggestions, postManualMatch } from '../api/client';
import { SUGGESTIONS_KEY } from '../hooks/query-keys';
import { useAction } from '../hooks/use-action';
import { ProblemNotice } from './problem-notice';

const REASONS: Readonly<Record<ProductItem['reason'], string>> = {
  sku: 'same SKU',
  slug: 'same address',
  name: 'similar name',
  manual: 'chosen by hand',
  none: 'a guess',
};

/** Matches we are not sure of. A wrong one would put reviews on the wrong product, so a person decides. */
export function Suggestions({ disabled }: { readonly disabled: boolean }): JSX.Element {
  const suggestions = useQuery({ queryKey: SUGGESTIONS_KEY, queryFn: getSuggestions });
  if (suggestions.data !== undefined) {
    return (
      <div role="list" aria-label="Suggested matches">
        <Box direction="vertical" gap="SP2">
          {suggestions.data.items.map((item) => <div key={item.storeProductId} role="listitem"><Suggestion item={item} disabled={disabled} /></div>)}
        </Box>
      </div>
    );
  }
  if (suggestions.error !== null) return <ProblemNotice problem={asProblem(suggestions.error)} onRetry={() => void suggestions.refetch()} />;
  return <SkeletonGroup><SkeletonLine width="100%" /></SkeletonGroup>;
}

function Suggestion({ item, disabled }: { readonly item: ProductItem; readonly disabled: boolean }): JSX.Element {
  const { storeProductId, storeName, wixName } = item;
  const decide = useAction({
    run: postManualMatch,
    told: ({ product }) => (product.wixProductId === null ? `${storeName} is left unmatched.` : `${storeName} is matched.`),
  });
  const busy = disabled || decide.isPending;
  return (
    <Box gap="SP2" verticalAlign="middle" align="space-between" flexWrap="wrap">
      <Text size="small" overflowWrap="anywhere">
        <bdi>{storeName}</bdi> → <bdi>{wixName ?? 'a Wix product'}</bdi> ({REASONS[item.reason]}, {Math.round(item.confidence * 100)}{'\u00a0'}%)
      </Text>
      <Box gap="SP1">
        <Button size="tiny" disabled={busy} aria-label={`Accept the match of ${storeName}`} onClick={() => decide.mutate(item)}>Accept</Button>
        <Button size="tiny" priority="secondary" disabled={busy} aria-label={`Leave unmatched: ${storeName}`} onClick={() => decide.mutate({ storeProductId, wixProductId: null })}>Leave unmatched</Button>
      </Box>
    </Box>
  );
}
