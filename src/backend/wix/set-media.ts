import type { WixReviewId } from '../../core/ids';
import type { WixMedia, WixReview } from '../sync/wix-port';
import { callWix, type WixAccess } from './call-wix';
import { reviewFromWire } from './review-from-wire';

/** Sends the media alone, as links: the SDK turns them into the ids that Wix reads. A stale revision is refused. */
export async function setMedia({ client, budget }: WixAccess, id: WixReviewId, revision: string, media: readonly WixMedia[]): Promise<WixReview> {
  const content = { media: media.map(({ kind, link }) => (kind === 'image' ? { image: link } : { video: link })) };
  return reviewFromWire(await callWix<unknown>(budget, () => client.updateReview(id, { revision, content })));
}
