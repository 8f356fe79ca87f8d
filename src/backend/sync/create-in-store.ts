import { sameContent } from '../../core/compare-content';
import type { ReviewFields } from '../../core/review';
import type { SyncCode } from '../../core/sync-code';
import { SyncError } from '../../core/sync-error';
import type { StoreDraft, StoreReview } from '../stores/store';
import { findUnlinkedCopy, unlinked } from './observe';
import { samePrints, sentByCreate } from './prints';
import { noteGone } from './product-gone';
import type { SyncSession } from './session';
import { storeTarget, type Target } from './target';
import type { LinkRow } from './tables';
import type { WixReview } from './wix-port';

/** `adopted`: it was there already, by the store's own word. */
export type CreatedInStore = { readonly kind: 'created' | 'adopted'; readonly review: StoreReview } | { readonly kind: 'kept'; readonly code: SyncCode };

/** Copies a Wix review into the store. The intent is on record before the call goes out. 3 to 6 calls, 2 fewer when its target is `known`, 2 more while a walk is under way. */
export async function createInStore(session: SyncSession, link: LinkRow, review: WixReview, fields: ReviewFields, known: Target | null = null): Promise<CreatedInStore> {
  const target = known ?? (await storeTarget(session, link));
  if (target.kind === 'none') return { kind: 'kept', code: target.code };
  const twin = await findTwin(session, link, fields, target);
  if (twin !== null) return twin;
  await recordIntent(session, link, review);
  const draft: StoreDraft = { productId: target.productId, email: target.email, fields, writtenAt: review.writtenAt };
  const [result] = await session.store.createReviews([draft]);
  switch (result?.kind) {
    case 'created':
      return { kind: 'created', review: result.review };
    case 'duplicate': {
      const copy = await findUnlinkedCopy(session, link, review, await session.store.findReviews(target.productId, target.email));
      // The same words with other stars are the same review edited, or not: that is for a person to say.
      if (copy !== null && !sameContent(copy.fields, fields, session.store.capabilities.holds)) return { kind: 'kept', code: 'DIFFERENT_REVIEWS' };
      return copy === null ? { kind: 'kept', code: 'STORE_REVIEW_DUPLICATE' } : { kind: 'adopted', review: copy };
    }
    case 'refused':
      if (result.error.code !== 'PRODUCT_GONE') throw result.error;
      await noteGone(session, target.productId, 'store');
      return { kind: 'kept', code: 'PRODUCT_UNMATCHED' };
    case undefined:
      throw new SyncError('STORE_SERVER_ERROR', { field: 'create', got: 'no result', expected: 'one per draft' });
  }
}

/**
 * Until the first walk is over, a review that changes may have a twin in the store that nobody has matched yet: people
 * who shop in both places write in both. The same words are adopted; others stay two reviews, as when they are matched.
 */
async function findTwin(session: SyncSession, link: LinkRow, fields: ReviewFields, { productId, email }: Extract<Target, { kind: 'found' }>): Promise<CreatedInStore | null> {
  if (!session.connection.walking || link.intent !== null) return null;
  const found = await session.store.findReviews(productId, email);
  const free = await unlinked(session, link, found.filter(({ trashed }) => !trashed));
  const same = free.find((one) => sameContent(one.fields, fields, session.store.capabilities.holds));
  if (same !== undefined) return { kind: 'adopted', review: same };
  return free.length === 0 ? null : { kind: 'kept', code: 'CONTACT_HAS_REVIEW' };
}

/** An earlier review that stood in the way goes off the row first: its deletion must not be taken for the copy's. */
async function recordIntent({ rows }: SyncSession, link: LinkRow, review: WixReview): Promise<void> {
  const sent = sentByCreate(review.fields);
  if (link.intent?.kind === 'create' && link.intent.on === 'store' && samePrints(link.intent.sent, sent)) return;
  await rows.patch('links', link._id, { set: { birth: link.birth, storeReviewId: null, gone: null, intent: { kind: 'create', on: 'store', sent } } });
}
