import { SyncError } from '../../src/core/sync-error';
import type { Edits } from '../../src/core/plan-types';
import type { WixReviewId } from '../../src/core/ids';
import type { WixCreateResult, WixDraft, WixPort, WixReview } from '../../src/backend/sync/wix-port';
import type { Dice } from '../dice';
import type { Io } from '../io';
import type { Shops, WixRecord } from './shop';

export function toWixReview(record: WixRecord): WixReview {
  const { id, productId, contactId, fields, revision, writtenAt, media } = record;
  return { id, productId, contactId, fields: { ...fields }, revision: String(revision), writtenAt, ...(media === undefined ? {} : { media }) };
}

const PAGE = 100;

export function simulatedWix(shops: Shops, io: Io, dice: Dice): WixPort {
  const call = <T>(name: string, effect: () => T): Promise<T> => io.call('wix', name, effect);
  const list = (): WixReview[] => [...shops.wix.values()].map(toWixReview);
  const changed = (record: WixRecord | null): WixReview => {
    if (record === null) throw new SyncError('WIX_REFUSED', { got: 'HTTP 404' });
    return toWixReview(record);
  };
  return {
    getReview: (id) => call('getReview', () => read(shops, id)),
    listReviews: (cursor) =>
      call('listReviews', () => {
        const from = Number(cursor ?? 0);
        const ids = [...shops.wix.keys()];
        const items = ids.slice(from, from + PAGE).flatMap((id) => read(shops, id) ?? []);
        return { items, next: ids.length > from + PAGE ? String(from + PAGE) : null, total: null };
      }),
    newestReviews: () => call('newestReviews', () => list().reverse().slice(0, PAGE)),
    countReviews: () => call('countReviews', () => shops.wix.size),
    getReviews: (ids) => call('getReviews', () => ids.flatMap((id) => read(shops, id) ?? [])),
    findReviews: (contactIds, productIds) =>
      call('findReviews', () => list().filter((review) => review.contactId !== null && contactIds.includes(review.contactId) && productIds.includes(review.productId))),
    reviewsOf: (contactId) => call('reviewsOf', () => list().filter((review) => review.contactId === contactId)),
    createReviews: (drafts) => call('createReviews', () => drafts.map((draft) => create(shops, dice, draft))),
    updateReview: (id, revision, edits) => call('updateReview', () => changed(update(shops, id, revision, edits))),
    files: shops.files.port(io),
    setMedia: (id, revision, media) => call('setMedia', () => {
      stale(shops, id, revision);
      return changed(shops.setMediaOnWix(id, media));
    }),
    moderate: (id, status) => call('moderate', () => changed(shops.changeOnWix(id, { status }, true))),
    setReply: (id, reply) => call('setReply', () => changed(shops.changeOnWix(id, { reply }, true))),
    deleteReview: (id) => call('deleteReview', () => shops.deleteOnWix(id, true)),
    contactsByEmail: (emails) => call('contactsByEmail', () => new Map(emails.flatMap((email) => {
      const id = shops.contactOf(email);
      return id === null ? [] : [[email, id] as const];
    }))),
    contactsById: (ids) => call('contactsById', () => new Map(ids.flatMap((id) => (shops.contacts.has(id) ? [[id, { id, email: shops.contacts.get(id) ?? null }] as const] : [])))),
    createContact: (email) =>
      call('createContact', () => {
        const known = shops.contactOf(email);
        if (known !== null) return known;
        const id = shops.id<Parameters<WixPort['contactsById']>[0][number]>('c');
        shops.contacts.set(id, email);
        return id;
      }),
    // Which of the two catalogs it is has to be asked first.
    getProduct: async (id) => call('getCatalog', () => id).then(() => call('getProduct', () => (shops.closed.has(id) ? null : { id, name: 'Product', slug: 'product', sku: null }))),
    productsById: (ids) => call('getCatalog', () => ids).then(() => call('productsById', () => ids.filter((id) => !shops.closed.has(id)).map((id) => ({ id, name: 'Product', slug: 'product', sku: null })))),
    listProducts: () => call('listProducts', () => ({ items: [], next: null, total: 0 })),
  };
}

function read(shops: Shops, id: WixReviewId): WixReview | null {
  const record = shops.wix.get(id);
  return record === undefined ? null : toWixReview(record);
}

function create(shops: Shops, dice: Dice, { productId, contactId, fields, writtenAt }: WixDraft): WixCreateResult {
  if (dice.strikes('partial')) return { kind: 'refused', error: new SyncError('WIX_SERVER_ERROR', { got: 'HTTP 500' }) };
  // Wix takes an answer by a call of its own only.
  const record = shops.createOnWix({ productId, contactId, fields: { ...fields, reply: null }, writtenAt, byApp: true });
  return record === null ? { kind: 'duplicate' } : { kind: 'created', review: toWixReview(record) };
}

function update(shops: Shops, id: WixReviewId, revision: string, edits: Edits): WixRecord | null {
  stale(shops, id, revision);
  return shops.changeOnWix(id, edits, true);
}

function stale(shops: Shops, id: WixReviewId, revision: string): void {
  const record = shops.wix.get(id);
  if (record !== undefined && String(record.revision) !== revision) throw new SyncError('WIX_REVISION_STALE');
}
