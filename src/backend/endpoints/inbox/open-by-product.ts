import type { AttentionRow } from '../../sync/attention-row';
import type { SiteSession } from '../../sync/session';
import { productKey, productOfKey } from '../../../core/product-key';
import { productNames } from '../product-names';
import { filterOf, inboxQuery } from './inbox-query';
import type { InboxSummary } from './inbox-types';

const CANDIDATES = 4;
const SHOWN = 3;

/**
 * Products with many open items, each with the number that the list has when it is narrowed to that product. Products to
 * count are those met most often in `seen`. At most 6 calls, none when nothing is open there.
 */
export async function openByProduct(site: SiteSession, seen: readonly AttentionRow[], nowMs: number): Promise<InboxSummary['products']> {
  const counted = await Promise.all(mostMet(seen).map(async (product) => {
    const { where } = inboxQuery({ ...filterOf({}), product }, nowMs);
    return { product, open: await site.rows.count('attention', where) };
  }));
  const most = counted.filter(({ open }) => open > 0).toSorted((a, b) => b.open - a.open).slice(0, SHOWN);
  if (most.length === 0) return [];
  const nameOf = await productNames(site, most.map(({ product }) => productOfKey(product)));
  return most.map(({ product, open }) => {
    const { wix, store } = nameOf(productOfKey(product));
    return { product, name: wix ?? store, open };
  });
}

function mostMet(seen: readonly AttentionRow[]): readonly string[] {
  const met = new Map<string, Set<string>>();
  for (const row of seen) {
    const key = row.openRank === null ? null : productKey(row);
    if (key !== null) met.set(key, (met.get(key) ?? new Set()).add(row._id));
  }
  return [...met].toSorted(([, a], [, b]) => b.size - a.size).slice(0, CANDIDATES).map(([key]) => key);
}
