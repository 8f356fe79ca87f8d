import type { WixReviewId } from '../../core/ids';
import type { WixReview } from '../sync/wix-port';
import { callWix, type WixAccess } from './call-wix';
import { UNPUBLISHED_TOO } from './review-page';
import { reviewFromWire } from './review-from-wire';

export async function getReview({ client, budget }: WixAccess, id: WixReviewId): Promise<WixReview | null> {
  const answer = await callWix<unknown>(budget, () => client.getReview(id, { ...UNPUBLISHED_TOO }), ({ status }) => (status === 404 ? null : undefined));
  return answer === null ? null : reviewFromWire(answer);
}
