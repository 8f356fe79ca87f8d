import { z } from 'zod';
import { canonicalLine } from '../../../core/canonical-text';
import { brandId } from '../../../core/ids';
import type { Page, StoreProduct } from '../store';
import { readPage } from './page';
import { parseWire } from './parse-wire';
import type { Send } from './request';

const WireProduct = z.object({ id: z.int().positive(), name: z.string(), sku: z.string().nullish(), slug: z.string() });

const QUERY = { orderby: 'id', order: 'asc', _fields: Object.keys(WireProduct.shape).join(',') };

export function listProducts(send: Send, cursor: string | null): Promise<Page<StoreProduct>> {
  return readPage(send, 'products', QUERY, cursor, productFromWire);
}

function productFromWire(json: unknown): StoreProduct {
  const { id, name, sku, slug } = parseWire(WireProduct, json);
  const trimmed = sku?.trim() ?? '';
  return { id: brandId(id), name: canonicalLine(name), sku: trimmed === '' ? null : trimmed, slug };
}
