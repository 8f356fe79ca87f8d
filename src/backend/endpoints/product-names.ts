import { productRowId } from '../../core/link-id';
import type { SiteSession } from '../sync/session';
import type { ProductRow } from '../sync/tables';
import type { ProductNames } from './link-item';
import type { ProductIds } from '../../core/product-key';

/** Looks up what the products of a page of links (≤ 100) are called. At most 2 calls. */
export async function productNames(site: SiteSession, links: readonly ProductIds[]): Promise<(link: ProductIds) => ProductNames> {
  const [known, met] = await Promise.all([byStoreProduct(site, links), byWixProduct(site, links)]);
  const rows = [...known, ...met];
  return (link) => {
    const row = rows.find(({ storeProductId }) => storeProductId === link.storeProductId) ?? rows.find(({ wixProductId }) => wixProductId !== null && wixProductId === link.wixProductId);
    return { store: row?.storeName ?? null, wix: row?.wixName ?? null };
  };
}

async function byStoreProduct({ rows, instanceId }: SiteSession, links: readonly ProductIds[]): Promise<readonly ProductRow[]> {
  const ids = distinct(links.map(({ storeProductId }) => storeProductId));
  return ids.length === 0 ? [] : rows.getMany('products', ids.map((id) => productRowId(instanceId, id)));
}

async function byWixProduct({ rows }: SiteSession, links: readonly ProductIds[]): Promise<readonly ProductRow[]> {
  const ids = distinct(links.filter(({ storeProductId }) => storeProductId === null).map(({ wixProductId }) => wixProductId));
  return ids.length === 0 ? [] : (await rows.find('products', { where: { wixProductId: ids, choice: ['accepted', 'gone'] }, limit: 100 })).rows;
}

function distinct<Id extends string>(ids: readonly (Id | null)[]): readonly Id[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
