import { z } from 'zod';
import { canonicalRating } from '../../../core/canonical-rating';
import { canonicalLine, canonicalText } from '../../../core/canonical-text';
import { parseEmail } from '../../../core/email';
import { brandId } from '../../../core/ids';
import type { StoreReview } from '../store';
import { mediaFromWoo } from './media-from-woo';
import { parseWire } from './parse-wire';
import { statusFromWoo } from './status-table';

const Id = z.int().positive();
const Text = z.string().nullish().transform((text) => text ?? '');

/** A review in `context=edit`, or as a write answers it: both hold the stored text, not the page's HTML. */
const WireReview = z.object({
  id: Id,
  product_id: Id,
  status: z.string(),
  reviewer: Text,
  reviewer_email: Text,
  review: Text,
  rating: z.unknown(),
  date_created: Text,
  date_created_gmt: Text,
  /** Not WooCommerce's own; see `media-from-woo.ts`. */
  media: z.unknown().optional(),
});

/** All that `review-from-wire.ts` reads; leaving the rest out makes a page about a quarter as long. */
export const REVIEW_FIELDS = Object.keys(WireReview.shape).join(',');

export function reviewFromWire(json: unknown): StoreReview {
  const wire = parseWire(WireReview, json);
  const media = mediaFromWoo(wire.media, wire.review);
  return {
    id: brandId(wire.id),
    productId: brandId(wire.product_id),
    fields: {
      title: '',
      body: canonicalText(wire.review),
      rating: canonicalRating(wire.rating),
      author: canonicalLine(wire.reviewer),
      status: statusFromWoo(wire.status),
      reply: null,
    },
    email: parseEmail(wire.reviewer_email),
    writtenAt: writtenAt(wire.date_created_gmt, wire.date_created),
    trashed: wire.status === 'trash',
    ...(media.length === 0 ? {} : { media }),
  };
}

/**
 * WooCommerce writes UTC without saying so. Imported comments may lack the UTC date; the site's own time, hours off at
 * worst, is then better than none.
 */
function writtenAt(utc: string, siteTime: string): string {
  for (const text of [utc, siteTime]) {
    const date = new Date(/(?:Z|[+-]\d\d:?\d\d)$/u.test(text) ? text : `${text}Z`);
    if (!Number.isNaN(date.getTime())) return date.toISOString();
  }
  return new Date(0).toISOString();
}
