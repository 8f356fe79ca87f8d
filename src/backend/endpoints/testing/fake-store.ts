import { brandId, type StoreProductId } from '../../../core/ids';
import { SyncError } from '../../../core/sync-error';
import type { Capabilities } from '../../../core/plan-types';
import type { Page, Store, StoreProduct, StoreReview, WebhookSubscription } from '../../stores/store';
import type { CallBudget } from '../../sync/call-budget';

/** A store that remembers its webhooks and fails when a test says so. Of the review methods it has the lists; the rest is the engine's. */
export class FakeStore {
  readonly webhooks = new Map<string, { readonly url: string; readonly secret: string; status: WebhookSubscription['status'] }>();
  readonly failing = new Map<keyof Store, SyncError>();
  products: readonly StoreProduct[] = [];
  reviews: readonly StoreReview[] = [];
  #nextId = 1;

  open(budget: CallBudget): Store {
    const call = <Result>(name: keyof Store, work: () => Result): Promise<Result> => {
      budget.spend();
      const failure = this.failing.get(name);
      return failure === undefined ? Promise.resolve(work()) : Promise.reject(failure);
    };
    const absent = (): Promise<never> => Promise.reject(new SyncError('UNEXPECTED', { got: 'a call no handler makes' }));
    return {
      capabilities: CAPABILITIES,
      check: () => call('check', () => ({ name: 'Corner Shop', version: '10.5.0' })),
      listProducts: (cursor) => call('listProducts', () => page(this.products, cursor)),
      getProduct: (id) => call('getProduct', () => this.products.find((product) => product.id === id) ?? null),
      subscribe: (url, secret) => call('subscribe', () => this.#subscribe(url, secret)),
      subscription: (id) => call('subscription', () => this.#find(id)),
      revive: (id) => call('revive', () => this.#revive(id)),
      unsubscribe: (id) => call('unsubscribe', () => void this.webhooks.delete(id)),
      listReviews: (cursor) => call('listReviews', () => page(this.reviews, cursor)),
      getReviews: (ids) => call('getReviews', () => this.reviews.filter(({ id }) => ids.includes(id))),
      newestReviews: absent, listReviewsOf: absent, getReview: absent, findReviews: absent,
      createReviews: absent, updateReview: absent, setStatus: absent, setReply: absent, trashReview: absent,
    };
  }

  #subscribe(url: string, secret: string): WebhookSubscription {
    const id = String(this.#nextId++);
    this.webhooks.set(id, { url, secret, status: 'active' });
    return this.#find(id);
  }

  #find(id: string): WebhookSubscription {
    const webhook = this.webhooks.get(id);
    return { id, deliveryUrl: webhook?.url ?? '', status: webhook?.status ?? 'missing' };
  }

  #revive(id: string): WebhookSubscription {
    const webhook = this.webhooks.get(id);
    if (webhook !== undefined) webhook.status = 'active';
    return this.#find(id);
  }
}

export function storeProduct(id: string, name: string, sku: string | null = null): StoreProduct {
  return { id: brandId<StoreProductId>(id), name, sku, slug: name.toLowerCase().replaceAll(' ', '-') };
}

const CAPABILITIES: Capabilities = {
  create: true,
  holds: ['body', 'rating', 'author', 'status'],
  edits: ['body', 'rating', 'author'],
  delete: 'trash',
  maxLength: { title: 0, body: 65_525, author: 245, reply: 0 },
};

export function page<Item>(items: readonly Item[], cursor: string | null, size = 100): Page<Item> {
  const from = Number(cursor ?? 0);
  return { items: items.slice(from, from + size), next: items.length > from + size ? String(from + size) : null, total: items.length };
}
