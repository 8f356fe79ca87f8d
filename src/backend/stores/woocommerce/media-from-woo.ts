import { z } from 'zod';
import type { StoreMedia } from '../../../core/picture-list';

const Entry = z.object({ type: z.enum(['image', 'video']), url: z.string() });
const IMAGE_TAG = /<img\s[^<>]{0,500}?src=(?:"([^"]*)"|'([^']*)')/giu;
/** More than any shopper adds; keeps a hostile answer small. */
const MAX_ENTRIES = 50;

/**
 * What a shopper added to a review. WooCommerce itself has no such field. Two things are found in real stores: a plug-in
 * that exports the photos of CusRev and ReviewX adds `media: [{type, url}]` to each review of wc/v3, and texts that were
 * imported hold `<img>` tags. Whatever has another shape is left out: a plug-in must not break the reviews.
 */
export function mediaFromWoo(field: unknown, text: string): readonly StoreMedia[] {
  const entries = Array.isArray(field) ? field.slice(0, MAX_ENTRIES) : [];
  const listed = entries.flatMap((entry: unknown): StoreMedia[] => {
    const { success, data } = Entry.safeParse(entry);
    return success ? [{ kind: data.type, url: data.url }] : [];
  });
  if (!text.includes('<')) return listed;
  const inText = [...text.matchAll(IMAGE_TAG)].slice(0, MAX_ENTRIES).map(([, double, single]): StoreMedia => ({ kind: 'image', url: (double ?? single ?? '').replaceAll('&amp;', '&') }));
  return [...listed, ...inText];
}
