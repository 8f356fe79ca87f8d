import { brandId, type ContactId, type Email, type StoreProductId, type StoreReviewId, type WixProductId, type WixReviewId } from '../../src/core/ids';
import { SyncError } from '../../src/core/sync-error';
import type { StoreMedia } from '../../src/core/picture-list';
import type { ReviewFields } from '../../src/core/review';
import type { WixMedia } from '../../src/backend/sync/wix-port';
import { Files } from './files';

export interface WixRecord {
  readonly id: WixReviewId;
  readonly productId: WixProductId;
  readonly contactId: ContactId;
  readonly writtenAt: string;
  /** Whether the app, as far as it can know, made it. */
  byApp: boolean;
  fields: ReviewFields;
  media?: readonly WixMedia[];
  revision: number;
}

export interface StoreRecord {
  readonly id: StoreReviewId;
  readonly productId: StoreProductId;
  readonly email: Email | null;
  readonly writtenAt: string;
  byApp: boolean;
  fields: ReviewFields;
  media?: readonly StoreMedia[];
  trashed: boolean;
}

/** What a change was and who made it; the world turns it into events. */
export type Change =
  | { readonly side: 'wix'; readonly kind: 'changed' | 'deleted'; readonly before: WixRecord | null; readonly after: WixRecord; readonly byApp: boolean }
  | { readonly side: 'store'; readonly productId: StoreProductId; readonly record: StoreRecord; readonly byApp: boolean; /** The store tells nobody. */ readonly silent?: true };

/** Both shops as they truly are, whatever the app believes. */
export class Shops {
  readonly wix = new Map<WixReviewId, WixRecord>();
  readonly store = new Map<StoreReviewId, StoreRecord>();
  readonly files = new Files();
  readonly contacts = new Map<ContactId, Email | null>();
  /** Gone from the store without a trace. */
  readonly vanished: StoreRecord[] = [];
  /** Products that were deleted. */
  readonly closed = new Set<WixProductId | StoreProductId>();
  onChange: (change: Change) => void = () => undefined;
  /** Nobody answers in the store. */
  storeIsDown = false;
  /** How often it was called all the same. */
  calledInVain = 0;
  #nextId = 1;

  assertStoreIsUp(): void {
    if (!this.storeIsDown) return;
    this.calledInVain += 1;
    throw new SyncError('STORE_UNREACHABLE');
  }

  id<T extends WixReviewId | StoreReviewId | ContactId>(prefix: string): T {
    const id = `${prefix}${this.#nextId}`;
    this.#nextId += 1;
    return brandId(id as never) as unknown as T;
  }

  contactOf(email: Email): ContactId | null {
    for (const [id, address] of this.contacts) if (address === email) return id;
    return null;
  }

  /** `null` when the contact has a review of the product. */
  createOnWix(record: Omit<WixRecord, 'id' | 'revision'>): WixRecord | null {
    for (const other of this.wix.values()) if (other.contactId === record.contactId && other.productId === record.productId) return null;
    const created: WixRecord = { ...record, id: this.id('w'), revision: 1 };
    this.wix.set(created.id, created);
    this.onChange({ side: 'wix', kind: 'changed', before: null, after: { ...created }, byApp: record.byApp });
    return created;
  }

  changeOnWix(id: WixReviewId, fields: Partial<ReviewFields>, byApp: boolean): WixRecord | null {
    const record = this.wix.get(id);
    if (record === undefined) return null;
    const before = { ...record };
    record.fields = { ...record.fields, ...fields };
    record.revision += 1;
    this.onChange({ side: 'wix', kind: 'changed', before, after: { ...record }, byApp });
    return record;
  }

  setMediaOnWix(id: WixReviewId, media: readonly WixMedia[]): WixRecord | null {
    const record = this.wix.get(id);
    if (record !== undefined) record.media = media;
    return this.changeOnWix(id, {}, true);
  }

  deleteOnWix(id: WixReviewId, byApp: boolean): void {
    const record = this.wix.get(id);
    if (record === undefined) return;
    this.wix.delete(id);
    this.onChange({ side: 'wix', kind: 'deleted', before: { ...record }, after: { ...record }, byApp });
  }

  createInStore(record: Omit<StoreRecord, 'id' | 'trashed'>): StoreRecord | null {
    for (const other of this.store.values()) {
      const same = other.productId === record.productId && other.email === record.email && other.fields.author === record.fields.author && other.fields.body === record.fields.body;
      if (same && !other.trashed) return null;
    }
    const created: StoreRecord = { ...record, id: this.id('s'), trashed: false };
    this.store.set(created.id, created);
    this.onChange({ side: 'store', productId: record.productId, record: created, byApp: record.byApp });
    return created;
  }

  changeInStore(id: StoreReviewId, change: Partial<Pick<StoreRecord, 'fields' | 'trashed' | 'media'>>, byApp: boolean): StoreRecord | null {
    const record = this.store.get(id);
    if (record === undefined) return null;
    Object.assign(record, change);
    this.onChange({ side: 'store', productId: record.productId, record, byApp });
    return record;
  }

  /** As after a backup was put back: it is not even in the bin. */
  vanishFromStore(id: StoreReviewId): void {
    const record = this.store.get(id);
    if (record === undefined) return;
    this.store.delete(id);
    this.vanished.push(record);
    this.onChange({ side: 'store', productId: record.productId, record: { ...record, trashed: true }, byApp: false, silent: true });
  }
}
