import type { WixReviewId } from '../../core/ids';
import { callWix, type WixAccess } from './call-wix';

/** Final: Wix has no bin. A review already gone counts as done. */
export async function deleteReview({ client, budget }: WixAccess, id: WixReviewId): Promise<void> {
  await callWix<unknown>(budget, () => client.deleteReview(id), ({ status }) => (status === 404 ? null : undefined));
}
