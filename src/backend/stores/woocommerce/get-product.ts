import { z } from 'zod';
import type { StoreProductId } from '../../../core/ids';
import type { StoreProduct } from '../store';
import { isGone } from './is-gone';
import { PRODUCT_FIELDS, productFromWire } from './product-from-wire';
import { parseWire } from './parse-wire';
import type { Send } from './request';
import { wireId } from './wire-id';

const WithStatus = z.object({ status: z.string() });

export async function getProduct(send: Send, id: StoreProductId): Promise<StoreProduct | null> {
  const reply = await send({ method: 'GET', path: `products/${wireId(id)}`, query: { _fields: `${PRODUCT_FIELDS},status` } });
  if (reply.kind === 'answered') return parseWire(WithStatus, reply.json).status === 'trash' ? null : productFromWire(reply.json);
  if (isGone(reply)) return null;
  throw reply.error;
}
