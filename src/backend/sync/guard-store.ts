import type { Store } from '../stores/store';
import type { SiteSession, SyncSession } from './session';
import { StoreBreaker } from './store-breaker';
import type { ConnectionRow } from './tables';

/** A connection's store behind its breaker. Method by method, so that one a store gains later cannot pass by unguarded. */
export function guardStore(site: Pick<SiteSession, 'rows' | 'clock' | 'budget'>, connection: ConnectionRow, store: Store): Required<Pick<SyncSession, 'store' | 'breaker'>> {
  const breaker = new StoreBreaker(site, connection);
  const guarded: Store = {
    capabilities: store.capabilities,
    check: () => breaker.call(() => store.check()),
    listProducts: (cursor) => breaker.call(() => store.listProducts(cursor)),
    getProduct: (id) => breaker.call(() => store.getProduct(id)),
    listReviews: (cursor) => breaker.call(() => store.listReviews(cursor)),
    newestReviews: () => breaker.call(() => store.newestReviews()),
    listReviewsOf: (productId, cursor) => breaker.call(() => store.listReviewsOf(productId, cursor)),
    getReview: (id) => breaker.call(() => store.getReview(id)),
    getReviews: (ids) => breaker.call(() => store.getReviews(ids)),
    findReviews: (productId, email) => breaker.call(() => store.findReviews(productId, email)),
    createReviews: (drafts) => breaker.call(() => store.createReviews(drafts)),
    updateReview: (id, edits) => breaker.call(() => store.updateReview(id, edits)),
    setStatus: (id, status) => breaker.call(() => store.setStatus(id, status)),
    setReply: (review, reply) => breaker.call(() => store.setReply(review, reply)),
    trashReview: (id) => breaker.call(() => store.trashReview(id)),
    subscribe: (deliveryUrl, secret) => breaker.call(() => store.subscribe(deliveryUrl, secret)),
    subscription: (id) => breaker.call(() => store.subscription(id)),
    revive: (id) => breaker.call(() => store.revive(id)),
    unsubscribe: (id) => breaker.call(() => store.unsubscribe(id)),
  };
  return { store: guarded, breaker };
}
