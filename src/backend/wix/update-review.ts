import type { WixReviewId } from '../../core/ids';
import type { Edits } from '../../core/plan-types';
import { SyncError } from '../../core/sync-error';
import type { WixReview } from '../sync/wix-port';
import { callWix, type WixAccess } from './call-wix';
import { reviewFromWire } from './review-from-wire';

/** Sends the edited fields alone. A revision that is not the present one is refused as `WIX_REVISION_STALE`. */
export async function updateReview({ client, budget }: WixAccess, id: WixReviewId, revision: string, edits: Edits): Promise<WixReview> {
  const { title, body, rating, author } = edits;
  if (rating === null) throw new SyncError('RATING_MISSING', { field: 'rating' });
  const content = { ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }), ...(rating === undefined ? {} : { rating }) };
  const change = {
    revision,
    ...(Object.keys(content).length === 0 ? {} : { content }),
    ...(author === undefined ? {} : { author: { authorName: author } }),
  };
  return reviewFromWire(await callWix<unknown>(budget, () => client.updateReview(id, change)));
}
