import { z } from 'zod';
import type { WixReviewId } from '../../core/ids';
import type { WixReview } from '../sync/wix-port';
import { callWix, type WixAccess } from './call-wix';
import { readAnswer } from './read-answer';
import { reviewFromWire } from './review-from-wire';

const shape = z.object({ review: z.unknown() });
const STATUS = { published: 'APPROVED', hidden: 'REJECTED' } as const;

export async function moderate({ client, budget }: WixAccess, id: WixReviewId, status: keyof typeof STATUS): Promise<WixReview> {
  const answer = await callWix<unknown>(budget, () => client.updateModerationStatus(id, { status: STATUS[status] }));
  return reviewFromWire(readAnswer(shape, answer).review);
}
