import { z } from 'zod';
import { canonicalText } from '../../../core/canonical-text';
import { brandId, type StoreReviewId } from '../../../core/ids';
import { parseWire } from './parse-wire';

/** One of the shop's answers. */
export interface WireReply {
  readonly id: number;
  readonly reviewId: StoreReviewId;
  readonly shown: boolean;
  /** Canonical; an answer without words is none. */
  readonly text: string;
}

const Shape = z.object({ id: z.int().positive(), parent: z.int(), status: z.string(), content: z.object({ raw: z.string() }) });

export const REPLY_FIELDS = Object.keys(Shape.shape).join(',');

export function replyFromWire(json: unknown): WireReply {
  const { id, parent, status, content } = parseWire(Shape, json);
  return { id, reviewId: brandId(parent), shown: status === 'approved', text: canonicalText(content.raw) };
}
