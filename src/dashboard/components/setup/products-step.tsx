import { useCallback, type JSX } from 'react';
import { Box, Button } from '@wix/design-system';
import type { ConnectedSetup, ProductViews } from '../../../backend/endpoints/setup/setup-types';
import { counted, formatCount } from '../../format/format-count';
import { viewAtHand } from '../../format/setup/product-words';
import { decideAll } from '../../hooks/setup/decide-all';
import { useWixCatalog } from '../../hooks/setup/use-wix-catalog';
import { useAction } from '../../hooks/use-action';
import { MatchAgainButton } from '../match-again-button';
import { NoWixProducts } from './no-wix-products';
import { ProductList } from './product-list';
import { ProductViewTabs } from './product-view-tabs';
import { StepCard } from './step-card';
import { StoresMissing } from './stores-missing';
import type { StepProps } from './step-content';

interface Props extends StepProps {
  readonly status: ConnectedSetup;
}

/** Which product is which: what waits for a person first, everything else a tab away. */
export function ProductsStep({ status, place, onPlace, onStep }: Props): JSX.Element {
  const { products, connection } = status;
  const view = viewAtHand(products, place.view);
  const search = useCallback((text: string | null) => onPlace({ view, text }), [onPlace, view]);
  const catalog = useWixCatalog(total(products) === products.open);
  if (catalog === 'missing') {
    return (
      <StepCard title="Match products" now="There is no catalog on your site to match with." next="Reviews cross once products are matched." onward={null}>
        <StoresMissing disabled={connection.paused} />
      </StepCard>
    );
  }
  return (
    <StepCard
      title="Match products"
      now={nowWords(products)}
      next={total(products) === 0 ? 'Add products to your store, then press “Match again”.' : products.suggested + products.open === 0 ? 'Every product is decided.' : 'You can go on now and decide the rest later: their reviews stay where they are until then.'}
      onward={{ label: 'Match people', go: () => onStep('people') }}
    >
      {catalog === 'empty' ? <NoWixProducts /> : null}
      <Box gap="SP3" flexWrap="wrap" verticalAlign="middle" align="space-between">
        <ProductViewTabs products={products} view={view} onChoose={(next) => onPlace({ view: next, text: null })} />
        <MatchAgainButton disabled={connection.paused} />
      </Box>
      <Bulk products={products} view={view} />
      <ProductList key={view} view={view} text={place.text} paused={connection.paused} onText={search} />
    </StepCard>
  );
}

function total({ matched, suggested, open, left }: ProductViews): number {
  return matched + suggested + open + left;
}

function nowWords(products: ProductViews): string {
  if (total(products) === 0) return 'Your store shows no products, so there is nothing to match yet.';
  const { matched, suggested, open } = products;
  const undecided = suggested + open;
  const lost = products.gone === 0 ? '' : ` ${counted(products.gone, 'matched product was', 'matched products were')} deleted in one of the shops.`;
  const rest = undecided === 0 ? '' : ` ${counted(undecided, 'product waits', 'products wait')} for you.`;
  return `${formatCount(matched)} of ${counted(total(products), 'store product is', 'store products are')} matched; only their reviews can cross.${rest}${lost}`;
}

function Bulk({ products, view }: { readonly products: ProductViews; readonly view: keyof ProductViews }): JSX.Element | null {
  const accept = useAction({
    run: () => decideAll({ action: 'accept-close' }),
    told: ({ done, held }) => (held === 0 ? `${counted(done, 'match was', 'matches were')} accepted.` : `${counted(done, 'match was', 'matches were')} accepted. ${counted(held, 'needs', 'need')} your own look: two products claim the same counterpart.`),
  });
  const leave = useAction({ run: () => decideAll({ action: 'leave-open' }), told: ({ done }) => `${counted(done, 'product is', 'products are')} left unmatched.` });
  if (view === 'suggested' && products.suggested > 0) {
    return <Box><Button size="small" disabled={accept.isPending} onClick={() => accept.mutate(undefined)}>{accept.isPending ? 'Accepting…' : 'Accept all with the same name or address'}</Button></Box>;
  }
  if (view === 'open' && products.open > 0) {
    return <Box><Button size="small" priority="secondary" disabled={leave.isPending} onClick={() => leave.mutate(undefined)}>{`Leave all ${formatCount(products.open)} unmatched`}</Button></Box>;
  }
  return null;
}
