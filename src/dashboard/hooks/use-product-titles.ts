import { useQueries } from '@tanstack/react-query';
import { NAME_NOT_KNOWN, productTitle } from '../format/product-label';
import { productLabelQuery } from './product-label-query';

/** What products are called, by their keys. Comes after the rows, which are worth reading without it; what is not answered yet is left out. */
export function useProductTitles(products: readonly string[]): Readonly<Record<string, string>> {
  const distinct = [...new Set(products)];
  const asked = useQueries({ queries: distinct.map((product) => productLabelQuery(product)) });
  return Object.fromEntries(distinct.flatMap((product, at) => {
    const { data, error } = asked[at] ?? { data: undefined, error: null };
    const label = data ?? (error === null ? null : NAME_NOT_KNOWN);
    return label === null ? [] : [[product, productTitle(label)] as const];
  }));
}
