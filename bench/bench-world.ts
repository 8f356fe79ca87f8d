import { CallBudget } from '../src/backend/sync/call-budget';
import { INVOCATION_CALLS } from '../src/backend/sync/invocation-calls';
import type { SessionOpener, SyncSession } from '../src/backend/sync/session';
import type { LinkRow } from '../src/backend/sync/tables';
import type { FindOptions, Rows } from '../src/backend/sync/rows';
import type { Store, StoreReview } from '../src/backend/stores/store';
import type { WixReview } from '../src/backend/sync/wix-port';
import { NONE } from '../sim/faults';
import { Random } from '../sim/random';
import { Scheduler } from '../sim/scheduler';
import { matches } from '../sim/world/query';
import { INSTANCE, World } from '../sim/world/world';
import { pageOf, type BigShop } from './big-shop';
import { Meter } from './meter';
import { metered } from './metered';

/** The simulator's world without faults, its ports metered, and lists fast enough for 100,000 reviews. */
export class BenchWorld {
  readonly world: World;
  readonly meter = new Meter();
  readonly #shop: BigShop;
  readonly #byStoreReview = new Map<string, LinkRow>();
  readonly #wixById: ReadonlyMap<string, WixReview>;
  readonly #storeById: ReadonlyMap<string, StoreReview>;
  /** Names of the rows, in order, as an index on `_id` has them. */
  #inOrder: readonly LinkRow['_id'][] = [];
  mostCalls = 0;

  constructor(shop: BigShop = { wix: [], store: [] }) {
    const random = new Random(1);
    this.world = new World(new Scheduler(random, Date.UTC(2026, 0, 1)), random, NONE);
    this.world.rows.remembers = false;
    this.world.connect();
    this.#shop = shop;
    this.#wixById = new Map(shop.wix.map((review) => [review.id, review]));
    this.#storeById = new Map(shop.store.map((review) => [review.id, review]));
  }

  addLinks(links: readonly LinkRow[]): void {
    for (const link of links) {
      this.world.rows.table('links').set(link._id, link);
      if (link.storeReviewId !== null) this.#byStoreReview.set(link.storeReviewId, link);
    }
    this.#inOrder = links.map(({ _id }) => _id).sort();
  }

  /** Runs one invocation to its end; returns the calls it made. */
  async invoke(invocation: (opener: SessionOpener, session: () => Promise<SyncSession>) => Promise<void>): Promise<number> {
    const budget = new CallBudget(INVOCATION_CALLS);
    const opener = this.#opener();
    const failures: unknown[] = [];
    this.world.scheduler.start(async () => {
      try {
        await invocation(
          { openSite: (id, given) => opener.openSite(id, track(given, (calls) => (this.mostCalls = Math.max(this.mostCalls, calls)))), openSync: (site, known) => opener.openSync(site, known) },
          () => opener.openSync(opener.openSite(INSTANCE, budget)),
        );
      } catch (error) {
        failures.push(error);
      }
    });
    await this.world.scheduler.untilIdle();
    if (failures.length > 0) throw new Error('The invocation failed', { cause: failures[0] });
    this.mostCalls = Math.max(this.mostCalls, budget.spent);
    return budget.spent;
  }

  #opener(): SessionOpener {
    const inner = this.world.opener();
    return {
      openSite: (id, budget) => {
        const site = inner.openSite(id, budget);
        return { ...site, rows: metered(this.#indexed(site.rows, budget), 'rows', this.meter), wix: metered(this.#listed(site.wix, budget), 'wix', this.meter) };
      },
      openSync: async (site, known) => {
        const session = await inner.openSync(site, known);
        return { ...session, store: metered(this.#stocked(session.store, site.budget), 'store', this.meter) };
      },
    };
  }

  #stocked(store: Store, budget: CallBudget): Store {
    if (this.#shop.store.length === 0) return store;
    return {
      ...store,
      listReviews: (cursor) => {
        budget.spend();
        return Promise.resolve(asSent(pageOf(this.#shop.store, cursor)));
      },
      getReviews: (ids) => {
        budget.spend();
        return Promise.resolve(asSent(ids.flatMap((id) => this.#storeById.get(id) ?? [])));
      },
    };
  }

  #listed(wix: SyncSession['wix'], budget: CallBudget): SyncSession['wix'] {
    if (this.#shop.wix.length === 0) return wix;
    return {
      ...wix,
      listReviews: (cursor) => {
        budget.spend();
        return Promise.resolve(asSent(pageOf(this.#shop.wix, cursor)));
      },
      getReviews: (ids) => {
        budget.spend();
        return Promise.resolve(asSent(ids.flatMap((id) => this.#wixById.get(id) ?? [])));
      },
    };
  }

  /** What the indexes on `storeReviewId` and `_id` do in Wix Data. */
  #indexed(rows: Rows, budget: CallBudget): Rows {
    const find: Rows['find'] = (table, options) => {
      const ids = (options.where as { readonly storeReviewId?: unknown }).storeReviewId;
      if (table === 'links' && options.sort?.by === '_id' && this.#inOrder.length > 0) {
        budget.spend();
        return Promise.resolve(this.#pageInOrder(options as unknown as FindOptions<LinkRow>) as never);
      }
      if (table !== 'links' || !Array.isArray(ids) || this.#byStoreReview.size === 0) return rows.find(table, options);
      budget.spend();
      const found = ids.flatMap((id: string) => this.#byStoreReview.get(id) ?? []);
      return Promise.resolve({ rows: found as never, next: null });
    };
    return { ...rows, find };
  }

  #pageInOrder({ where, limit, cursor }: FindOptions<LinkRow>): { rows: LinkRow[]; next: string | null } {
    const from = Number(cursor ?? 0);
    const table = this.world.rows.table('links');
    const rows = this.#inOrder.slice(from, from + limit).flatMap((id) => (table.get(id) as LinkRow | undefined) ?? []);
    const found = rows.filter((row) => matches<'links'>(row, where)).map((row) => structuredClone(row));
    return { rows: found, next: this.#inOrder.length > from + limit ? String(from + limit) : null };
  }
}

/** An answer comes over a wire: it is nobody else's memory. */
function asSent<T>(answer: T): T {
  return structuredClone(answer);
}

function track(budget: CallBudget, onSpend: (spent: number) => void): CallBudget {
  const spend = budget.spend.bind(budget);
  budget.spend = (calls) => {
    spend(calls);
    onSpend(budget.spent);
  };
  return budget;
}
