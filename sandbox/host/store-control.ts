import type { StoreSeedProduct } from '../seed/seed-types';
import type { StatusChange } from '../woocommerce/comment-writes';
import type { Faults } from '../woocommerce/faults';
import type { CommentRow, ProductRow, WebhookRow } from '../woocommerce/rows';
import type { SeedReview } from '../woocommerce/seed';
import type { WooStandIn } from '../woocommerce/stand-in';
import type { GuestOutcome, GuestReview } from '../woocommerce/storefront';

/** What the suites see of the demo store and do in it, as its shoppers and its owner. */
export class StoreControl {
  readonly #store: WooStandIn;

  constructor(store: WooStandIn) {
    this.#store = store;
  }

  /** Reviews a shopper or the owner can find; answers of the shop are left out. */
  reviews(): readonly CommentRow[] {
    return this.#store.db.comments.all().filter(({ type, parent }) => type === 'review' && parent === 0);
  }

  products(): readonly ProductRow[] {
    return this.#store.db.products.all();
  }

  /** Puts products into the catalog, and reviews of them, as one that was filled before the app came. */
  stock(products: readonly StoreSeedProduct[], reviews: readonly SeedReview[] = []): void {
    this.#store.seed(products, reviews);
  }

  /** For good, with its reviews. */
  deleteProduct(id: number): void {
    this.#store.storefront.deleteProduct(id);
  }

  /** Without their secrets. */
  webhooks(): readonly Omit<WebhookRow, 'secret'>[] {
    return this.#store.db.webhooks.all().map(({ secret: _, ...webhook }) => webhook);
  }

  write(review: GuestReview): GuestOutcome {
    return this.#store.storefront.submitReview(review);
  }

  edit(id: number, edit: { readonly text?: string; readonly rating?: number; readonly photos?: readonly string[] }): CommentRow {
    return this.#store.storefront.editReview(id, edit);
  }

  /** As an owner does in wp-admin: hidden, shown, in the bin. */
  setStatus(id: number, change: StatusChange): CommentRow {
    return this.#store.storefront.setStatus(id, change);
  }

  /** As connecting leaves one behind that was cut off between the store and our own storage: only the store knows it. */
  leaveWebhook(deliveryUrl: string, secret: string): void {
    const [like] = this.#store.db.webhooks.all();
    if (like === undefined) throw new Error('Expected a webhook to be like');
    this.#store.db.webhooks.put({ ...like, id: this.#store.db.nextId('webhook'), deliveryUrl, secret, failureCount: 0 });
  }

  /** What a store does with a webhook that failed too often. */
  disableWebhooks(): void {
    for (const webhook of this.#store.db.webhooks.all()) this.#store.db.webhooks.put({ ...webhook, status: 'disabled' });
  }

  deleteForever(id: number): void {
    this.#store.storefront.deleteForever(id);
  }

  reply(id: number, text: string): CommentRow {
    return this.#store.storefront.reply(id, text);
  }

  /** The shop's answers that can be seen. */
  replies(): readonly CommentRow[] {
    return this.#store.db.comments.all().filter(({ parent, status }) => parent !== 0 && status === 'approved');
  }

  editReply(id: number, text: string): CommentRow {
    return this.#store.storefront.editReply(id, text);
  }

  removeReply(id: number): void {
    this.#store.storefront.removeReply(id);
  }

  fail(faults: Partial<Faults>): void {
    Object.assign(this.#store.faults, faults);
  }
}
