import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { getAnyProducts } from '../api/inbox-client';
import { productLabelKey, productsKey } from '../hooks/query-keys';
import { ProductPicker, type FoundProducts } from './product-picker';
import './find-any-product.css';

interface Props {
  /** What is looked for at first. */
  readonly text?: string | undefined;
  readonly onPick: (product: string) => void;
  readonly onClose: () => void;
}

/** Any product of either shop, found by its name: those of the store that are not matched, and all of Wix's catalog. */
export function FindAnyProduct({ text, onPick, onClose }: Props): JSX.Element {
  const client = useQueryClient();
  const pick = (product: string, name: string): void => {
    // Its name is known now, and need not be asked for.
    client.setQueryData(productLabelKey(product), name);
    onPick(product);
    onClose();
  };
  return (
    <div className="relay-find">
      <ProductPicker label="Find a product" placeholder="Part of its name" listName="Products found" text={text} searchKey={productsKey} search={search} onClose={onClose} onPick={pick} />
    </div>
  );
}

async function search(text: string, cursor: string | null): Promise<FoundProducts<string>> {
  const { items, next } = await getAnyProducts(text, cursor);
  return { items: items.map(({ product, name, isOnWix }) => ({ id: product, name, note: isOnWix ? null : 'not matched with a Wix product' })), next };
}
