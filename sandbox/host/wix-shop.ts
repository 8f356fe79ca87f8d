import type { Hono } from 'hono';
import { z } from 'zod';
import type { Done, ReviewEdit, Shop, ShopProduct, WrittenReview } from '../pages/shop';
import type { Review } from '../wix/review';
import type { WixStandIn } from '../wix/wix-stand-in';

const refusalShape = z.object({ message: z.string() });

/** One site of the local Wix, through the same control that tests use. */
export class WixShop implements Shop {
  readonly #standIn: WixStandIn;
  readonly #control: Hono;
  readonly #instanceId: string;

  constructor(standIn: WixStandIn, control: Hono, instanceId: string) {
    this.#standIn = standIn;
    this.#control = control;
    this.#instanceId = instanceId;
  }

  products(): readonly ShopProduct[] {
    return this.#standIn.world.dataOf(this.#instanceId).products.all().filter(({ visible }) => visible);
  }

  reviews(): readonly Review[] {
    const reviews = this.#standIn.world.dataOf(this.#instanceId).reviews.all().map(({ review }) => review);
    return reviews.sort((a, b) => b.reviewDate.localeCompare(a.reviewDate));
  }

  write({ productId, name, email, rating, title, body }: WrittenReview): Promise<Done> {
    const sent = { entityId: productId, rating, title: title === '' ? null : title, body, author: { name, email } };
    return this.#ask('POST', '', sent, 'Thank you. Your review was sent.');
  }

  edit(reviewId: string, { rating, title, body }: ReviewEdit): Promise<Done> {
    return this.#ask('PATCH', `/${reviewId}`, { rating, title: title === '' ? null : title, body }, 'The review was changed.');
  }

  remove(reviewId: string): Promise<Done> {
    return this.#ask('DELETE', `/${reviewId}?as=person`, undefined, 'The review was deleted.');
  }

  moderate(reviewId: string, status: 'APPROVED' | 'REJECTED'): Promise<Done> {
    const note = status === 'APPROVED' ? 'The review is published.' : 'The review is hidden from visitors.';
    return this.#ask('POST', `/${reviewId}/moderate`, { status }, note);
  }

  reply(reviewId: string, message: string): Promise<Done> {
    return this.#ask('PUT', `/${reviewId}/reply`, { message }, 'The answer was published.');
  }

  vote(reviewId: string): Promise<Done> {
    return this.#ask('POST', `/${reviewId}/vote`, { kind: 'helpful' }, 'Thank you for your vote.');
  }

  async #ask(method: string, path: string, sent: unknown, note: string): Promise<Done> {
    const response = await this.#control.request(`/__wix/sites/${this.#instanceId}/reviews${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    });
    if (response.ok) return { kind: 'done', note };
    if (response.status === 409 || response.status === 428) return { kind: 'refused', why: 'This person has already reviewed this product.' };
    const told = refusalShape.safeParse(await response.json());
    return { kind: 'refused', why: told.success ? told.data.message : `Wix refused it (${String(response.status)}).` };
  }
}
