import { Box, Text, TextButton } from '@wix/design-system';
import type { JSX } from 'react';
import { useFinder } from '../../hooks/use-finder';
import { FindAnyProduct } from '../find-any-product';
import { ProductName } from '../product-name';

interface Props {
  readonly product: string | null;
  /** What the search field holds: it is looked for first. */
  readonly text: string | null;
  readonly onChange: (product: string | null) => void;
}

/** Narrows the list to one product of either shop, also one that only Wix has, which the search by the store's products cannot find. */
export function LedgerProduct({ product, text, onChange }: Props): JSX.Element {
  const { isOpen, opener, toggle, close } = useFinder();
  return (
    <>
      <div ref={opener}><TextButton size="small" skin="dark" aria-expanded={isOpen} onClick={toggle}>Find a product</TextButton></div>
      {product === null ? null : (
        <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
          <Text size="small">Only <ProductName name={null} product={product} /></Text>
          <TextButton size="small" onClick={() => onChange(null)}>All products</TextButton>
        </Box>
      )}
      {isOpen ? <FindAnyProduct text={text ?? ''} onPick={onChange} onClose={close} /> : null}
    </>
  );
}
