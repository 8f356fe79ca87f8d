import { z } from 'zod';
import type { WixProductId } from '../../core/ids';
import type { WixProduct } from '../sync/wix-port';
import { atMost } from './at-most';
import { callWix, type WixAccess } from './call-wix';
import { catalogOf } from './catalog-of';
import { productFromWire } from './product-from-wire';
import { readAnswer } from './read-answer';

const PAGE_SIZE = 100;

const page = z.object({ products: z.array(z.unknown()).default([]) });

/** Products of either catalog, at most 100; those the site does not show to this app are left out. 2 calls. */
export async function productsById(access: WixAccess, ids: readonly WixProductId[]): Promise<readonly WixProduct[]> {
  atMost(PAGE_SIZE, 'ids', ids);
  if (ids.length === 0) return [];
  const { client, budget } = access;
  const catalog = await catalogOf(access);
  if (catalog === null) return [];
  const filter = { _id: { $in: [...ids] } };
  const answer = await callWix<unknown>(budget, () => (catalog === 'v3' ? client.queryProductsV3({ filter, cursorPaging: { limit: PAGE_SIZE } }) : client.queryProductsV1({ filter, paging: { limit: PAGE_SIZE } })));
  return readAnswer(page, answer).products.map(productFromWire);
}
