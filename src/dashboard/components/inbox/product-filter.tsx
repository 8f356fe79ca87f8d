import type { JSX } from 'react';
import { Box, TextButton } from '@wix/design-system';
import type { InboxFilter, InboxSummary } from '../../../backend/endpoints/inbox/inbox-types';
import { ANY, productWords } from '../../format/inbox/filter-words';
import { useFinder } from '../../hooks/use-finder';
import { Choice } from '../choice';
import { FindAnyProduct } from '../find-any-product';

interface Props {
  readonly filter: InboxFilter;
  readonly summary: InboxSummary | null;
  readonly names: Readonly<Record<string, string>>;
  readonly onChange: (product: string | null) => void;
}

/** Narrows the list to a product: one of those near at hand, or any other found by its name. */
export function ProductFilter({ filter, summary, names, onChange }: Props): JSX.Element {
  const { isOpen, opener, toggle, close } = useFinder();
  return (
    <>
      <Box gap="SP2" verticalAlign="middle">
        <Choice label="Product" value={filter.product ?? ANY} words={productWords(filter, summary, names)} onChange={(product) => onChange(product === ANY ? null : product)} />
        <div ref={opener}><TextButton size="small" skin="dark" aria-expanded={isOpen} onClick={toggle}>Find a product</TextButton></div>
      </Box>
      {isOpen ? <FindAnyProduct onPick={onChange} onClose={close} /> : null}
    </>
  );
}
