import { brandId, type InstanceId, type StoreReviewId } from '../../core/ids';
import { authorRowId } from '../../core/link-id';
import type { Store, StoreDraft, StoreReview } from '../stores/store';
import type { PreviewTally } from './preview-tally';
import { IMAGINED, neverHere } from './preview-wix';

/** The store as a preview sees it: it is read as it is, and what would be made there exists on paper only. */
export function previewStore(store: Store, instanceId: InstanceId, tally: PreviewTally): Store {
  return {
    capabilities: store.capabilities,
    check: () => store.check(),
    listProducts: (cursor) => store.listProducts(cursor),
    getProduct: (id) => store.getProduct(id),
    listReviews: (cursor) => store.listReviews(cursor),
    newestReviews: () => store.newestReviews(),
    listReviewsOf: (productId, cursor) => store.listReviewsOf(productId, cursor),
    getReview: (id) => store.getReview(id),
    getReviews: (ids) => store.getReviews(ids),
    findReviews: (productId, email) => store.findReviews(productId, email),
    createReviews: (drafts) => {
      tally.pretend();
      return Promise.resolve(drafts.map((draft) => ({ kind: 'created' as const, review: imagined(draft, instanceId) })));
    },
    updateReview: neverHere, setStatus: neverHere, setReply: neverHere, trashReview: neverHere,
    subscribe: neverHere, subscription: (id) => store.subscription(id), revive: neverHere, unsubscribe: neverHere,
  };
}

function imagined({ productId, email, fields, writtenAt }: StoreDraft, instanceId: InstanceId): StoreReview {
  const id = brandId<StoreReviewId>(`${IMAGINED}${productId}.${authorRowId(instanceId, email)}`);
  return { id, productId, fields, email, writtenAt, trashed: false };
}
