import { z } from 'zod';
import { SyncError } from '../../core/sync-error';
import type { WixCatalogPage } from '../sync/wix-port';
import { callWix, type WixAccess } from './call-wix';
import { catalogOf } from './catalog-of';
import { productFromWire } from './product-from-wire';
import { readAnswer } from './read-answer';

const PAGE_SIZE = 100;

const pageV1 = z.object({ products: z.array(z.unknown()).default([]) });
const pageV3 = pageV1.extend({ pagingMetadata: z.object({ cursors: z.object({ next: z.string().nullish() }).nullish() }).nullish() });

/**
 * Up to 100 products. A site has one of two catalogs and refuses calls for the other, so the first call asks which;
 * the cursor remembers it.
 */
export async function listProducts(access: WixAccess, cursor: string | null): Promise<WixCatalogPage> {
  if (cursor === null) return firstPage(access);
  const [, catalog, position = ''] = /^(v1|v3):(.+)$/s.exec(cursor) ?? [];
  switch (catalog) {
    case 'v1':
      return listV1(access, Number(position));
    case 'v3':
      return listV3(access, position);
    default:
      throw new SyncError('INPUT_INVALID', { field: 'cursor', got: `${cursor.length} characters`, expected: 'a cursor of this catalog' });
  }
}

async function firstPage(access: WixAccess): Promise<WixCatalogPage> {
  switch (await catalogOf(access)) {
    case 'v3':
      return listV3(access, null);
    case 'v1':
      return listV1(access, 0);
    case null:
      return { items: [], next: null, total: 0, isMissing: true };
  }
}

async function listV1({ client, budget }: WixAccess, offset: number): Promise<WixCatalogPage> {
  const answer = await callWix<unknown>(budget, () => client.queryProductsV1({ paging: { limit: PAGE_SIZE, offset } }));
  const { products } = readAnswer(pageV1, answer);
  const next = products.length === PAGE_SIZE ? `v1:${offset + PAGE_SIZE}` : null;
  return { items: products.map(productFromWire), next, total: null };
}

async function listV3({ client, budget }: WixAccess, cursor: string | null): Promise<WixCatalogPage> {
  const answer = await callWix<unknown>(budget, () => client.queryProductsV3({ cursorPaging: { limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) } }));
  const { products, pagingMetadata } = readAnswer(pageV3, answer);
  const next = pagingMetadata?.cursors?.next;
  return { items: products.map(productFromWire), next: next ? `v3:${next}` : null, total: null };
}
