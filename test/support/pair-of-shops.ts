import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DEMO_STORE_KEYS } from './demo-store-keys';
import type { SharedProduct, StoreReview, WixReview, Words } from './sandbox-client';
import { startSandbox, type RunningSandbox } from './start-sandbox';
import { until } from './until';

const WORK_TIMEOUT_MS = 100_000;

const statusShape = z.object({
  run: z.object({ state: z.string(), kind: z.string(), absent: z.number(), startedAtMs: z.number() }).nullable(),
  counts: z.object({ waiting: z.number(), gone: z.number() }),
});
const tickShape = z.object({ run: z.object({ state: z.string() }).nullable(), drained: z.object({ links: z.number(), hints: z.number(), more: z.boolean() }) });
export type SyncStatus = z.output<typeof statusShape>;

/** Both shops in step, and what people do in them: for suites that drive the built app through a scenario. */
export class PairOfShops {
  readonly sandbox: RunningSandbox;
  readonly product: SharedProduct;
  readonly token: string;
  #people = 0;

  private constructor(sandbox: RunningSandbox, product: SharedProduct, token: string) {
    this.sandbox = sandbox;
    this.product = product;
    this.token = token;
  }

  /** `walked`: after a first backfill over everything; without it only the product the suite works with is in step. */
  static async start({ walked }: { readonly walked: boolean }): Promise<PairOfShops> {
    const sandbox = await startSandbox({ walked, switches: { quota: 'off' } });
    const product = await sandbox.quietProduct();
    if (!walked) await sandbox.warmUp(product);
    await sandbox.settle();
    return new PairOfShops(sandbox, product, await sandbox.token('USER'));
  }

  /**
   * So many products in both shops, matched, after a first walk over what `before` put there: further walks are done in a
   * tick or two.
   */
  static async small({ products, before }: { readonly products: number; readonly before?: (shops: PairOfShops) => Promise<void> }): Promise<PairOfShops> {
    const sandbox = await startSandbox({ empty: true, switches: { quota: 'off' } });
    const names = Array.from({ length: products }, (_, index) => `Product ${String(index + 1)}`);
    await sandbox.wix.call('stock', names.map((name, index) => ({ id: randomUUID(), name, slug: `product-${String(index + 1)}`, sku: `P-${String(index + 1)}` })));
    await sandbox.store.call('stock', names.map((name, index) => ({ id: index + 1, name, slug: `product-${String(index + 1)}`, sku: `P-${String(index + 1)}`, price: '10' })));
    const shops = new PairOfShops(sandbox, await sandbox.quietProduct(), await sandbox.token('USER'));
    await before?.(shops);
    await shops.post('sync/connect', DEMO_STORE_KEYS);
    await sandbox.backfill();
    return shops;
  }

  /** Everybody may review a product once, so each is another person. */
  somebody(text: string): Words {
    this.#people += 1;
    return { name: `Robin ${this.#people}`, email: `robin.${this.#people}@example.com`, rating: 4, text };
  }

  /** A review that is in both shops, first written on Wix. */
  async pair(text: string): Promise<{ onWix: WixReview; inStore: StoreReview }> {
    await this.sandbox.writeOnWix(this.product, this.somebody(text));
    await this.sandbox.settle();
    const [onWix, inStore] = [await this.onWix(text), await this.inStore(text)];
    if (onWix === undefined || inStore === undefined) throw new Error('Expected the review in both shops');
    await this.sandbox.clearLog();
    return { onWix, inStore };
  }

  async onWix(text: string): Promise<WixReview | undefined> {
    return (await this.sandbox.wixReviews()).find(({ content }) => content.body === text);
  }

  async inStore(text: string): Promise<StoreReview | undefined> {
    return (await this.sandbox.storeReviews()).find(({ content }) => content.includes(text));
  }

  /** Writes of reviews that left the app since the log was cleared. */
  async writes(side: 'wix' | 'store'): Promise<readonly string[]> {
    return (await this.sandbox.calls()).filter((call) => call.side === side && call.kind === 'write' && call.url.includes('/reviews')).map(({ method, url }) => `${method} ${url}`);
  }

  async post(path: string, body: unknown): Promise<unknown> {
    const response = await this.sandbox.endpoint(path, this.token, body);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  async get(path: string): Promise<unknown> {
    return (await this.sandbox.endpoint(path, this.token)).json();
  }

  /** Ticks as an open dashboard does, until the state is the one waited for. */
  async workUntil(accept: (status: SyncStatus) => boolean): Promise<SyncStatus> {
    const tick = async (): Promise<SyncStatus> => {
      const response = await this.sandbox.tick(this.token);
      if (!response.ok) throw new Error(`sync/tick: ${response.status} ${await response.text()}`);
      return statusShape.parse(await this.get('sync/status'));
    };
    return until(tick, accept, WORK_TIMEOUT_MS);
  }

  /** Ticks until one finds nothing left to do. A row that was marked keeps its state until it is looked at, so counts cannot tell. */
  async workUntilQuiet(): Promise<void> {
    const tick = async (): Promise<z.output<typeof tickShape>> => {
      const response = await this.sandbox.tick(this.token);
      if (!response.ok) throw new Error(`sync/tick: ${response.status} ${await response.text()}`);
      return tickShape.parse(await response.json());
    };
    await until(tick, ({ run, drained }) => run?.state !== 'running' && !drained.more && drained.links + drained.hints === 0, WORK_TIMEOUT_MS);
  }

  async turn(switches: Readonly<Record<string, unknown>>): Promise<void> {
    await fetch(`${this.sandbox.url}/__wix/switches`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(switches) });
  }
}
