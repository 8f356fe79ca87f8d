import type { Change, StoreRecord, WixRecord } from './world/shop';
import type { World } from './world/world';

/**
 * Watches what the app deletes. A review goes because its counterpart was deleted; when the app's own copy of the very
 * same words still stands on the other side, nobody deleted that, and the app took the wrong review for the copy.
 */
export class Deletions {
  readonly unfounded: string[] = [];
  readonly #world: World;
  readonly #inBin = new Set<StoreRecord['id']>();
  /** What the store has shown, as `product|email`. */
  readonly #shown = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  watch(change: Change): void {
    if (change.side === 'wix') {
      if (change.byApp && change.kind === 'deleted') this.#lookAtDeleted(change.after);
      return;
    }
    const { record, byApp } = change;
    if (record.fields.status === 'published' && !record.trashed) this.#shown.add(`${record.productId}|${record.email ?? ''}`);
    if (!record.trashed || this.#inBin.has(record.id)) return;
    this.#inBin.add(record.id);
    if (byApp) this.#report(record.id, copyOnWix(this.#world, record));
  }

  #lookAtDeleted(record: WixRecord): void {
    this.#report(record.id, copyInStore(this.#world, record));
    const product = this.#world.products.find((one) => one.wix === record.productId)?.store ?? '';
    const email = this.#world.shops.contacts.get(record.contactId) ?? '';
    if (!this.#shown.has(`${product}|${email}`)) this.unfounded.push(`${record.id}: deleted by the app, although the store never showed it`);
  }

  #report(id: string, copy: StoreRecord | WixRecord | undefined): void {
    if (copy !== undefined) this.unfounded.push(`${id}: deleted by the app, although its copy ${copy.id} stands`);
  }
}

function copyInStore({ products, shops }: World, { productId, contactId, fields }: WixRecord): StoreRecord | undefined {
  const product = products.find((one) => one.wix === productId)?.store;
  const email = shops.contacts.get(contactId) ?? null;
  return [...shops.store.values()].find((one) => one.byApp && !one.trashed && one.productId === product && one.email === email && sayTheSame(one, fields));
}

function copyOnWix({ products, shops: { wix, contacts } }: World, { productId, email, fields }: StoreRecord): WixRecord | undefined {
  const product = products.find((one) => one.store === productId)?.wix;
  return [...wix.values()].find((one) => one.byApp && one.productId === product && contacts.get(one.contactId) === email && sayTheSame(one, fields));
}

function sayTheSame(copy: StoreRecord | WixRecord, { body, rating }: StoreRecord['fields']): boolean {
  return copy.fields.body === body && copy.fields.rating === rating;
}
