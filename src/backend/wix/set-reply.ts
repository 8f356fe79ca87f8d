import { z } from 'zod';
import type { WixReviewId } from '../../core/ids';
import type { WixReview } from '../sync/wix-port';
import { callWix, type WixAccess } from './call-wix';
import { readAnswer } from './read-answer';
import { reviewFromWire } from './review-from-wire';

const shape = z.object({ review: z.unknown() });

/** `null` removes the reply. A review has one: setting it again overwrites it. */
export async function setReply({ client, budget }: WixAccess, id: WixReviewId, reply: string | null): Promise<WixReview> {
  const answer = await callWix<unknown>(budget, () => (reply === null ? client.removeReply(id) : client.setReply(id, reply)));
  return reviewFromWire(readAnswer(shape, answer).review);
}
