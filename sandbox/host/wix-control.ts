import type { Hono } from 'hono';
import type { ShopProduct, WrittenReview, ReviewEdit } from '../pages/shop';
import { applySeedToWix } from '../seed/apply-seed-to-wix';
import type { WixSeedProduct } from '../seed/seed-types';
import { deleteProduct } from '../wix/delete-product';
import type { ImportedFile } from '../wix/imported-file';
import type { Review } from '../wix/review';
import type { WixStandIn } from '../wix/wix-stand-in';
import { WixShop } from './wix-shop';

/** What the suites see of the first site and do on it, as its visitors and its owner. A refusal is an error. */
export class WixControl {
  readonly #standIn: WixStandIn;
  readonly #shop: WixShop;
  readonly #instanceId: string;

  constructor(standIn: WixStandIn, control: Hono, instanceId: string) {
    this.#standIn = standIn;
    this.#instanceId = instanceId;
    this.#shop = new WixShop(standIn, control, instanceId);
  }

  products(): readonly ShopProduct[] {
    return this.#shop.products();
  }

  /** Puts products into the catalog as one that was filled before the app came. */
  stock(products: readonly WixSeedProduct[]): void {
    applySeedToWix(this.#standIn, { wixProducts: products, wixContacts: [], wixReviews: [] }, this.#instanceId);
  }

  /** For good. */
  deleteProduct(id: string): void {
    deleteProduct(this.#standIn.world, this.#instanceId, id);
  }

  reviews(): readonly Review[] {
    return this.#shop.reviews();
  }

  /** What the site's media holds of what it was asked to fetch. */
  files(): readonly ImportedFile[] {
    return this.#standIn.world.dataOf(this.#instanceId).files.all();
  }

  write(review: WrittenReview): Promise<void> {
    return orThrow(this.#shop.write(review));
  }

  edit(id: string, edit: ReviewEdit): Promise<void> {
    return orThrow(this.#shop.edit(id, edit));
  }

  remove(id: string): Promise<void> {
    return orThrow(this.#shop.remove(id));
  }

  moderate(id: string, status: 'APPROVED' | 'REJECTED'): Promise<void> {
    return orThrow(this.#shop.moderate(id, status));
  }

  reply(id: string, message: string): Promise<void> {
    return orThrow(this.#shop.reply(id, message));
  }

  /** What the official schemas hold against the app's requests: empty as long as the app speaks Wix correctly. */
  violations(): readonly string[] {
    return this.#standIn.log.entries().flatMap(({ method, path, violations }) => violations.map((text) => `${method} ${path}: ${text}`));
  }

  /** Answers of the stand-in that the official schemas refuse. */
  wrongAnswers(): readonly unknown[] {
    return this.#standIn.wrongAnswers();
  }

  ownerAlerts(): readonly unknown[] {
    return this.#standIn.ownerAlerts();
  }
}

async function orThrow(done: ReturnType<WixShop['vote']>): Promise<void> {
  const said = await done;
  if (said.kind === 'refused') throw new Error(said.why);
}
