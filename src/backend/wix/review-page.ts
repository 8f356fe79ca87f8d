import { z } from 'zod';
import type { WixReview } from '../sync/wix-port';
import { readAnswer } from './read-answer';
import { reviewFromWire } from './review-from-wire';

/** The only reviews Wix lets a shop have: those of Wix Stores products. */
export const NAMESPACE = 'stores';
export const PAGE_SIZE = 100;
/** Without it Wix leaves out what waits for moderation or was rejected. */
export const UNPUBLISHED_TOO = { returnPrivateReviews: true } as const;

const shape = z.object({
  reviews: z.array(z.unknown()).default([]),
  metadata: z.object({ cursors: z.object({ next: z.string().nullish() }).nullish() }).nullish(),
});

export interface ReviewPage {
  readonly reviews: readonly WixReview[];
  readonly next: string | null;
}

export function reviewPage(answer: unknown): ReviewPage {
  const { reviews, metadata } = readAnswer(shape, answer);
  const next = metadata?.cursors?.next;
  return { reviews: reviews.map(reviewFromWire), next: next ? next : null };
}
