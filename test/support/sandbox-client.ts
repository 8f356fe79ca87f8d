import { z } from 'zod';
import { ControlClient } from './control-client';
import { until } from './until';

const callShape = z.object({
  id: z.number(),
  invocation: z.number().nullable(),
  side: z.enum(['wix', 'store', 'owner', 'refused']),
  kind: z.enum(['read', 'write', 'own']),
  method: z.string(),
  url: z.string(),
  status: z.number().nullable(),
});
const invocationShape = z.object({
  id: z.number(), method: z.string(), path: z.string(), calls: z.number(), refused: z.number(), status: z.number().nullable(),
});

const wixReviewShape = z.object({
  id: z.string(),
  entityId: z.string(),
  content: z.object({ title: z.string().nullable(), body: z.string().nullable(), rating: z.number(), media: z.array(z.object({ image: z.object({ id: z.string() }).optional() })) }),
  author: z.object({ contactId: z.string(), authorName: z.string().nullable() }),
  moderation: z.object({ moderationStatus: z.string() }),
  reply: z.object({ message: z.string() }).optional(),
  revision: z.string(),
});
const storeReviewShape = z.object({
  id: z.number(), productId: z.number(), author: z.string(), email: z.string(), content: z.string(), rating: z.number(), status: z.string(),
});
const wixProductShape = z.object({ id: z.string(), name: z.string() });
const storeProductShape = z.object({ id: z.number(), name: z.string() });

const progressShape = z.object({ run: z.object({ state: z.string() }).nullable(), counts: z.object({ waiting: z.number() }) });
const tickShape = z.object({ drained: z.object({ more: z.boolean() }) });
type Progress = z.output<typeof progressShape>;

/** Long enough for what a killed invocation had taken to become free again. */
const BACKFILL_TIMEOUT_MS = 200_000;

export type WixReview = z.output<typeof wixReviewShape>;
export type StoreReview = z.output<typeof storeReviewShape>;

/** One product that both shops sell. */
export interface SharedProduct {
  readonly name: string;
  readonly wixId: string;
  readonly storeId: number;
}

/** What a person writes in either shop. */
export interface Words {
  readonly name: string;
  readonly email: string;
  readonly rating: number;
  readonly text: string;
  /** Addresses of photos; only the store takes them. */
  readonly photos?: readonly string[];
}

export type LoggedCall = z.output<typeof callShape>;
export type LoggedInvocation = z.output<typeof invocationShape>;

/** A running sandbox as the suites reach it: its address, what can be done to both shops, what left the app. */
export class SandboxClient {
  readonly url: string;
  readonly wix: ControlClient;
  readonly store: ControlClient;
  readonly #log: ControlClient;
  readonly host: ControlClient;

  constructor(url: string) {
    this.url = url;
    this.wix = new ControlClient(url, 'wix');
    this.store = new ControlClient(url, 'store');
    this.#log = new ControlClient(url, 'log');
    this.host = new ControlClient(url, 'host');
  }

  async calls(): Promise<readonly LoggedCall[]> {
    return z.array(callShape).parse(await this.#log.call('calls'));
  }

  async invocations(): Promise<readonly LoggedInvocation[]> {
    return z.array(invocationShape).parse(await this.#log.call('invocations'));
  }

  async clearLog(): Promise<void> {
    await this.#log.call('clear');
  }

  /** Delivers everything that waits on either side and lets the app finish, until nothing is left to do. */
  async settle(): Promise<void> {
    await this.host.call('settle');
  }

  /** So much time is over at once, for both shops and the app. */
  async timePasses(ms: number): Promise<void> {
    await this.host.call('timePasses', ms);
  }

  async instanceId(): Promise<string> {
    return z.string().parse(await this.host.call('instanceId'));
  }

  async wixReviews(): Promise<readonly WixReview[]> {
    return z.array(wixReviewShape).parse(await this.wix.call('reviews'));
  }

  async storeReviews(): Promise<readonly StoreReview[]> {
    return z.array(storeReviewShape).parse(await this.store.call('reviews'));
  }

  /** Products that carry the same name in both shops, in the store's order. */
  async sharedProducts(): Promise<readonly SharedProduct[]> {
    const onWix = z.array(wixProductShape).parse(await this.wix.call('products'));
    const inStore = z.array(storeProductShape).parse(await this.store.call('products'));
    const wixIds = new Map(onWix.map(({ id, name }) => [name, id]));
    return inStore.flatMap(({ id, name }) => {
      const wixId = wixIds.get(name);
      return wixId === undefined ? [] : [{ name, wixId, storeId: id }];
    });
  }

  /** The product of both shops with the fewest reviews, so that little but the test itself happens to it. */
  async quietProduct(): Promise<SharedProduct> {
    const ids = [...(await this.wixReviews()).map(({ entityId }) => entityId), ...(await this.storeReviews()).map(({ productId }) => productId)];
    const countOf = ({ wixId, storeId }: SharedProduct): number => ids.filter((id) => id === wixId || id === storeId).length;
    const [quiet] = [...(await this.sharedProducts())].sort((a, b) => countOf(a) - countOf(b));
    if (quiet === undefined) throw new Error('Expected the seed to hold a product that both shops sell');
    return quiet;
  }

  /** The first delivery about a product also carries across what the store has held since before; this has that done. */
  async warmUp(product: SharedProduct): Promise<void> {
    const token = await this.token('USER');
    await this.writeInStore(product, { name: 'First', email: 'first@example.com', rating: 4, text: 'Somebody has to be first.' });
    const drained = async (): Promise<boolean> => {
      await this.settle();
      const { more } = tickShape.parse(await (await this.endpoint('sync/tick', token, {})).json()).drained;
      return !more && (await this.wixReviews()).some(({ author }) => author.authorName === 'First');
    };
    await until(drained, (done) => done, BACKFILL_TIMEOUT_MS);
  }

  async writeOnWix(product: SharedProduct, { name, email, rating, text }: Words): Promise<void> {
    await this.wix.call('write', { productId: product.wixId, name, email, rating, title: '', body: text });
  }

  async writeInStore(product: SharedProduct, words: Words): Promise<void> {
    await this.store.call('write', { productId: product.storeId, ...words });
  }

  /** Installs the app on one more site and answers its instance id. */
  async addSite(name: string): Promise<string> {
    return z.string().parse(await this.host.call('addSite', name));
  }

  /** A token of somebody on a site, as Wix hands them out. */
  async token(subjectType: 'USER' | 'MEMBER' | 'VISITOR', instanceId?: string): Promise<string> {
    return z.string().parse(await this.host.call('token', subjectType, instanceId ?? null));
  }

  /**
   * Presses the dashboard's button and lends a hand like its open page does, until every review was met and nothing
   * waits any more.
   */
  async backfill(): Promise<void> {
    const token = await this.token('USER');
    await this.endpoint('sync/backfill', token, { action: 'start' });
    const tick = async (): Promise<Progress> => {
      await (await this.tick(token)).text();
      return progressShape.parse(await (await this.endpoint('sync/status', token)).json());
    };
    await until(tick, ({ run, counts }) => run?.state === 'done' && counts.waiting === 0, BACKFILL_TIMEOUT_MS);
  }

  /** One tick, without waiting until the share of the quota allows it. */
  async tick(token: string, path = 'sync/tick'): Promise<Response> {
    await this.host.call('walksHaveRested');
    return this.endpoint(path, token, {});
  }

  /** Calls an endpoint of the app; `token` goes where the SDK puts it. */
  async endpoint(path: string, token: string | null, body?: unknown): Promise<Response> {
    return fetch(`${this.url}/api/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...(token === null ? {} : { authorization: token }), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
