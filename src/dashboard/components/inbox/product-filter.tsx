import { useRef, useState, type JSX } from 'react';
import { Box, TextButton } from '@wix/design-system';
import type { InboxFilter, InboxSummary } from '../../../backend/endpoints/inbox/inbox-types';
import { getInboxProducts } from '../../api/inbox-client';
import { ANY, productWords } from '../../format/inbox/filter-words';
import { productsKey } from '../../hooks/inbox/inbox-keys';
import { Choice } from '../choice';
import { ProductPicker, type FoundProducts } from '../product-picker';
import './inbox.css';

type Names = Readonly<Record<string, string>>;

interface Props {
  readonly filter: InboxFilter;
  readonly summary: InboxSummary | null;
  readonly names: Names;
  readonly onChange: (product: string | null) => void;
}

/** Narrows the list to a product: one of those near at hand, or any other found by its name. */
export function ProductFilter({ filter, summary, names, onChange }: Props): JSX.Element {
  const [finding, setFinding] = useState(false);
  // A product that only the Wix catalog knows has its name from there.
  const [found, setFound] = useState<Names>({});
  const opener = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setFinding(false);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <>
      <Box gap="SP2" verticalAlign="middle">
        <Choice label="Product" value={filter.product ?? ANY} words={productWords(filter, summary, { ...found, ...names })} onChange={(product) => onChange(product === ANY ? null : product)} />
        <div ref={opener}><TextButton size="small" skin="dark" aria-expanded={finding} onClick={() => setFinding(!finding)}>Find a product</TextButton></div>
      </Box>
      {finding ? (
        <div className="relay-find">
          <ProductPicker
            label="Find a product" placeholder="Part of its name" listName="Products found" searchKey={productsKey} search={search} onClose={close}
            onPick={(product, name) => {
              setFound({ ...found, [product]: name });
              onChange(product);
              close();
            }}
          />
        </div>
      ) : null}
    </>
  );
}

async function search(text: string, cursor: string | null): Promise<FoundProducts<string>> {
  const { items, next } = await getInboxProducts(text, cursor);
  return { items: items.map(({ product, name, isOnWix }) => ({ id: product, name, note: isOnWix ? null : 'not matched with a Wix product' })), next };
}
