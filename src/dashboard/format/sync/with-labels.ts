import type { LinkItem } from '../../../backend/endpoints/api-types';
import { productKey } from '../../../core/product-key';
import { productTitle } from '../product-label';

/** Products of rows that came without a name, each once. */
export function namelessProducts(items: readonly LinkItem[]): readonly string[] {
  return [...new Set(items.flatMap((item) => (isNameless(item) ? (productKey(item) ?? []) : [])))];
}

/** Rows as the page shows them, with the names that were asked for after them. */
export function withLabels(items: readonly LinkItem[], labels: ReadonlyMap<string, string>): readonly LinkItem[] {
  return items.map((item) => {
    const label = isNameless(item) ? labels.get(productKey(item) ?? '') : undefined;
    if (label === undefined) return item;
    return item.wixProductId === null ? { ...item, storeProductName: productTitle(label) } : { ...item, wixProductName: productTitle(label) };
  });
}

function isNameless({ wixProductName, storeProductName }: LinkItem): boolean {
  return wixProductName === null && storeProductName === null;
}
