import type { ReviewFields } from '../../core/review';
import type { SyncCode } from '../../core/sync-code';
import { SyncError } from '../../core/sync-error';
import type { StoreReview } from '../stores/store';
import { isCopy } from './is-copy';
import { samePrints, sentByCreate } from './prints';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';
import type { WixReview } from './wix-port';

/** `adopted`: it was there already, by Wix's own word. */
export type CreatedOnWix = { readonly kind: 'created' | 'adopted'; readonly review: WixReview } | { readonly kind: 'kept'; readonly code: SyncCode };

/** Copies a store review to Wix. Wix itself refuses a second one by the same contact, which makes a retry safe. 1 to 3 calls. */
export async function createOnWix(session: SyncSession, link: LinkRow, review: StoreReview, fields: ReviewFields): Promise<CreatedOnWix> {
  const { wixProductId: productId, contactId } = link;
  if (productId === null) return { kind: 'kept', code: 'PRODUCT_UNMATCHED' };
  if (contactId === null) return { kind: 'kept', code: 'AUTHOR_NO_EMAIL' };
  await recordIntent(session, link, review);
  const [result] = await session.wix.createReviews([{ productId, contactId, fields, writtenAt: review.writtenAt }]);
  switch (result?.kind) {
    case 'created':
      return { kind: 'created', review: result.review };
    case 'duplicate': {
      const [found] = await session.wix.findReviews([contactId], [productId]);
      const ours = found !== undefined && isCopy(found, review, session.store.capabilities.holds);
      return ours ? { kind: 'adopted', review: found } : { kind: 'kept', code: 'CONTACT_HAS_REVIEW' };
    }
    case 'refused':
      throw result.error;
    case undefined:
      throw new SyncError('WIX_SERVER_ERROR', { field: 'create', got: 'no result', expected: 'one per draft' });
  }
}

/** An earlier review that stood in the way goes off the row first: its deletion must not be taken for the copy's. */
async function recordIntent({ rows }: SyncSession, link: LinkRow, review: StoreReview): Promise<void> {
  const sent = sentByCreate(review.fields);
  if (link.intent?.kind === 'create' && link.intent.on === 'wix' && samePrints(link.intent.sent, sent)) return;
  await rows.patch('links', link._id, { set: { birth: link.birth, wixReviewId: null, gone: null, intent: { kind: 'create', on: 'wix', sent } } });
}
