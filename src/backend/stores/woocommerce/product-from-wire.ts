import { z } from 'zod';
import { canonicalLine } from '../../../core/canonical-text';
import { brandId } from '../../../core/ids';
import type { StoreProduct } from '../store';
import { parseWire } from './parse-wire';

const WireProduct = z.object({ id: z.int().positive(), name: z.string(), sku: z.string().nullish(), slug: z.string() });

export const PRODUCT_FIELDS = Object.keys(WireProduct.shape).join(',');

export function productFromWire(json: unknown): StoreProduct {
  const { id, name, sku, slug } = parseWire(WireProduct, json);
  const trimmed = sku?.trim() ?? '';
  return { id: brandId(id), name: canonicalLine(name), sku: trimmed === '' ? null : trimmed, slug };
}
