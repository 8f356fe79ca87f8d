import { useQuery } from '@tanstack/react-query';
import { NAME_NOT_KNOWN } from '../format/product-label';
import { productLabelQuery } from './product-label-query';

/** A product as a row calls it that came with its name or without. Asked for only then, once the row is there; `null` until it is answered. */
export function useProductLabel(name: string | null, product: string | null): string | null {
  const asked = useQuery({ ...productLabelQuery(product ?? ''), enabled: name === null && product !== null });
  if (name !== null) return name;
  return product === null || asked.error !== null ? NAME_NOT_KNOWN : (asked.data ?? null);
}
