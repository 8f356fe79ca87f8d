import { getProductNames } from '../api/inbox-client';
import { NAME_NOT_KNOWN, NOT_IN_CATALOG } from '../format/product-label';
import { batched } from './batched';
import { productLabelKey } from './query-keys';

/** As many as one request takes. */
export const MOST_NAMES = 100;

const namesWith = batched(getProductNames, MOST_NAMES);

/** What a product is called, asked for once, however many rows and places of a page show it. */
export function productLabelQuery(product: string): { readonly queryKey: readonly unknown[]; readonly queryFn: () => Promise<string>; readonly staleTime: number } {
  return {
    queryKey: productLabelKey(product),
    queryFn: async () => {
      const name = (await namesWith(product)).names[product];
      return name === undefined ? NAME_NOT_KNOWN : (name ?? NOT_IN_CATALOG);
    },
    staleTime: Infinity,
  };
}
