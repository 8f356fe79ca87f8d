import { z } from 'zod';
import { brandId } from '../../core/ids';
import type { WixProduct } from '../sync/wix-port';
import { readAnswer } from './read-answer';

const skuHolder = z.object({ sku: z.string().nullish() }).nullish();

const shape = z.object({
  _id: z.string().min(1),
  name: z.string().nullish(),
  slug: z.string().nullish(),
  /** Catalog V1. */
  sku: z.string().nullish(),
  variants: z.array(z.object({ variant: skuHolder })).nullish(),
  /** Catalog V3, whose queries leave variants out. */
  minVariantPriceInfo: skuHolder,
});

/** A product of either catalog. */
export function productFromWire(raw: unknown): WixProduct {
  const { _id, name, slug, sku, variants, minVariantPriceInfo } = readAnswer(shape, raw);
  const skus = [sku, minVariantPriceInfo?.sku, ...(variants ?? []).map(({ variant }) => variant?.sku)];
  return { id: brandId(_id), name: name ?? '', slug: slug ?? '', sku: skus.find((one) => one != null && one.trim() !== '') ?? null };
}
