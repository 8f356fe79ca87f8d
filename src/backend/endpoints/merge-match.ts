import type { ProductRow } from '../sync/tables';

const RANK: Readonly<Record<ProductRow['choice'], number>> = { gone: 0, left: 0, suggested: 1, accepted: 2 };

/**
 * What to keep of a product's old and new match. A person's choice always stays. What was found before stays as well
 * while only a part of the catalog was compared, unless the new match is better.
 */
export function mergeMatch(old: ProductRow | null, found: ProductRow, sawAllOfWix: boolean): ProductRow {
  if (old === null) return found;
  const { storeName, storeSlug = '', storeSku = null } = found;
  const kept = { ...old, storeName, storeSlug, storeSku };
  if (old.reason === 'manual') return kept;
  return sawAllOfWix || isBetter(found, old) ? found : kept;
}

function isBetter(a: ProductRow, b: ProductRow): boolean {
  const byChoice = RANK[a.choice] - RANK[b.choice];
  return byChoice === 0 ? a.confidence > b.confidence : byChoice > 0;
}
