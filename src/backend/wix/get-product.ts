import { z } from 'zod';
import type { WixProductId } from '../../core/ids';
import type { WixProduct } from '../sync/wix-port';
import { callWix, type WixAccess } from './call-wix';
import { catalogOf } from './catalog-of';
import { productFromWire } from './product-from-wire';
import { readAnswer } from './read-answer';

const wrapped = z.object({ product: z.unknown().optional() });

/** `null` also on a site whose catalog was taken away as a whole. 2 calls. */
export async function getProduct(access: WixAccess, id: WixProductId): Promise<WixProduct | null> {
  const { client, budget } = access;
  const catalog = await catalogOf(access);
  if (catalog === null) return null;
  const answer = await callWix<unknown>(budget, () => (catalog === 'v3' ? client.getProductV3(id) : client.getProductV1(id)), ({ status }) => (status === 404 ? null : undefined));
  if (answer === null) return null;
  // V1 wraps the product, V3 does not.
  return productFromWire(readAnswer(wrapped, answer).product ?? answer);
}
