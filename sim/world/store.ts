import { SyncError } from '../../src/core/sync-error';
import type { Capabilities } from '../../src/core/plan-types';
import type { CreateResult, Store, StoreDraft, StoreReview } from '../../src/backend/stores/store';
import type { Dice } from '../dice';
import type { Io } from '../io';
import type { Shops, StoreRecord } from './shop';

/** What WooCommerce can do with an application password; the simulator's store is as narrow. */
export const STORE_CAPABILITIES: Capabilities = {
  create: true,
  holds: ['body', 'rating', 'author', 'status', 'reply'],
  edits: ['body', 'rating', 'author', 'status', 'reply'],
  delete: 'trash',
  media: true,
  maxLength: { title: 0, body: 65_525, author: 245, reply: 65_525 },
};

export function toStoreReview({ id, productId, fields, email, writtenAt, trashed, media }: StoreRecord): StoreReview {
  return { id, productId, fields: trashed ? { ...fields, status: 'hidden' } : { ...fields }, email, writtenAt, trashed, ...(media === undefined ? {} : { media }) };
}

const PAGE = 100;

export function simulatedStore(shops: Shops, io: Io, dice: Dice): Store {
  const call = <T>(name: string, effect: () => T): Promise<T> => io.call('store', name, () => {
    shops.assertStoreIsUp();
    return effect();
  });
  const listed = (): StoreReview[] => [...shops.store.values()].filter((record) => !record.trashed && record.fields.status !== 'hidden').map(toStoreReview);
  const page = (all: StoreReview[], cursor: string | null) => {
    const from = Number(cursor ?? 0);
    return { items: all.slice(from, from + PAGE), next: all.length > from + PAGE ? String(from + PAGE) : null, total: all.length };
  };
  const changed = (record: StoreRecord | null): StoreReview => {
    if (record === null) throw new SyncError('STORE_REVIEW_GONE');
    return toStoreReview(record);
  };
  const unused = (): Promise<never> => Promise.reject(new Error('Not part of the simulation'));
  return {
    capabilities: STORE_CAPABILITIES,
    check: () => call('check', () => ({ name: 'Store', version: '9' })),
    listProducts: unused, subscribe: unused, subscription: unused, revive: unused, unsubscribe: unused,
    getProduct: (id) => call('getProduct', () => (shops.closed.has(id) ? null : { id, name: 'Product', slug: 'product', sku: null })),
    listReviews: (cursor) => call('listReviews', () => page(listed(), cursor)),
    newestReviews: () => call('newestReviews', () => page([...listed()].reverse(), null).items),
    listReviewsOf: (productId, cursor) => call('listReviewsOf', () => page(listed().filter((review) => review.productId === productId).reverse(), cursor)),
    getReview: (id) => call('getReview', () => {
      const record = shops.store.get(id);
      return record === undefined ? null : toStoreReview(record);
    }),
    getReviews: (ids) => call('getReviews', () => ids.flatMap((id) => shops.store.get(id) ?? []).map(toStoreReview)),
    findReviews: (productId, email) => call('findReviews', () => [...shops.store.values()].map(toStoreReview).filter((review) => review.productId === productId && review.email === email).reverse()),
    createReviews: (drafts) => call('createReviews', () => drafts.map((draft) => create(shops, dice, draft))),
    updateReview: (id, edits) => call('updateReview', () => {
      const record = shops.store.get(id);
      return changed(record === undefined ? null : shops.changeInStore(id, { fields: { ...record.fields, ...edits } }, true));
    }),
    setStatus: (id, status) => call('setStatus', () => {
      const record = shops.store.get(id);
      return changed(record === undefined ? null : shops.changeInStore(id, { fields: { ...record.fields, status } }, true));
    }),
    setReply: ({ id }, reply) => call('setReply', () => {
      const record = shops.store.get(id);
      if (record === undefined) throw new SyncError('STORE_REVIEW_GONE');
      if (record.fields.reply !== reply) shops.changeInStore(id, { fields: { ...record.fields, reply } }, true);
      return reply;
    }),
    trashReview: (id) => call('trashReview', () => {
      if (shops.store.get(id)?.trashed === false) shops.changeInStore(id, { trashed: true }, true);
    }),
  };
}

function create(shops: Shops, dice: Dice, { productId, email, fields, writtenAt }: StoreDraft): CreateResult {
  if (dice.strikes('partial')) return { kind: 'refused', error: new SyncError('STORE_SERVER_ERROR', { got: 'HTTP 500' }) };
  if (shops.closed.has(productId)) return { kind: 'refused', error: new SyncError('PRODUCT_GONE') };
  const record = shops.createInStore({ productId, email, fields: { ...fields, title: '', reply: null }, writtenAt, byApp: true });
  return record === null ? { kind: 'duplicate' } : { kind: 'created', review: toStoreReview(record) };
}
