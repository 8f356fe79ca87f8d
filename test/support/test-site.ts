import { DASHBOARD_CALLS } from '../../src/backend/endpoints/call-limits';
import { CallBudget } from '../../src/backend/sync/call-budget';
import { INVOCATION_CALLS } from '../../src/backend/sync/invocation-calls';
import type { SessionOpener, SyncSession } from '../../src/backend/sync/session';
import type { ConflictRow, ConnectionRow, HintRow, LinkRow, RunRow, TableName } from '../../src/backend/sync/tables';
import type { WixReviewEvent } from '../../src/backend/sync/wix-review-event';
import { connectionRowId } from '../../src/core/link-id';
import { brandId, type StoreProductId, type WixProductId } from '../../src/core/ids';
import type { ReviewFields } from '../../src/core/review';
import { planFaults, type PlannedFault } from './planned-faults';
import { quietWorld } from '../../sim/quiet-world.fixture';
import type { StoreRecord, WixRecord } from '../../sim/world/shop';
import { toWixReview } from '../../sim/world/wix';
import { INSTANCE, type World } from '../../sim/world/world';

export interface Written extends Partial<ReviewFields> {
  /** Whose review it is: 1 is somebody both shops know. `addPerson` makes others. */
  readonly person?: number;
  /** 1 is a product that both shops sell and that is matched. */
  readonly product?: number;
  readonly writtenAt?: string;
}

/**
 * One site and its store, both in memory, for tests of the engine's single functions: nothing goes wrong unless it is
 * asked for, and every call is on record. Built on the simulator's world, so that both mean the same by every call.
 */
export class TestSite {
  readonly world: World = quietWorld();
  /** Every call in order, as `wix.createReviews`. */
  readonly calls: string[] = [];
  readonly fail: (fault: PlannedFault) => void;

  constructor() {
    this.fail = planFaults(this.world);
    const tellFaults = this.world.onCall;
    this.world.onCall = (call) => {
      this.calls.push(call);
      tellFaults(call);
    };
  }

  get nowMs(): number {
    return this.world.scheduler.nowMs;
  }

  passMs(ms: number): void {
    this.world.scheduler.nowMs += ms;
  }

  /** Somebody else; `contact`: Wix knows them already. */
  addPerson(number: number, { contact = true, email = true } = {}): void {
    this.world.addPerson(number, contact, email);
  }

  writeOnWix(body: string, { person = 1, product = 1, writtenAt = '2026-05-01T00:00:00Z', ...fields }: Written = {}): WixRecord {
    const contactId = this.world.people[person - 1]?.contactId;
    if (contactId == null) throw new Error(`Expected person ${String(person)} to be a contact`);
    const productId = brandId<WixProductId>(`wp${String(product)}`);
    const record = this.world.shops.createOnWix({ productId, contactId, fields: words(body, fields), writtenAt, byApp: false });
    if (record === null) throw new Error(`Person ${String(person)} has a review of product ${String(product)} on Wix`);
    return record;
  }

  writeInStore(body: string, { person = 1, product = 1, writtenAt = '2026-05-01T00:00:00Z', ...fields }: Written = {}): StoreRecord {
    const productId = brandId<StoreProductId>(`sp${String(product)}`);
    const email = this.world.people[person - 1]?.email ?? null;
    const record = this.world.shops.createInStore({ productId, email, fields: words(body, fields), writtenAt, byApp: false });
    if (record === null) throw new Error('The store refused the review as a duplicate');
    return record;
  }

  /** What Wix tells of a review as it is now. */
  event(record: WixRecord, over: Partial<WixReviewEvent> = {}): WixReviewEvent {
    const { id, productId, contactId } = record;
    return { kind: 'changed', instanceId: INSTANCE, reviewId: id, productId, contactId, review: toWixReview(record), ours: false, erased: false, ...over };
  }

  /** One invocation: what `work` comes to, with the clock and every call moved on until it does. */
  async run<T>(work: (session: SyncSession) => Promise<T>, { calls = INVOCATION_CALLS } = {}): Promise<T> {
    return this.runEntrance(async (opener) => work(await opener.openSync(opener.openSite(INSTANCE, new CallBudget(calls)))));
  }

  /** The same with the calls of an open dashboard, which are the fewest that anything is worked through with. */
  runFromDashboard<T>(work: (session: SyncSession) => Promise<T>): Promise<T> {
    return this.run(work, { calls: DASHBOARD_CALLS });
  }

  /** The same for entrances that open the site themselves. */
  async runEntrance<T>(work: (opener: SessionOpener) => Promise<T>): Promise<T> {
    const [result] = await this.runTogether(work);
    return result;
  }

  /** Several invocations at once; their calls interleave by chance, the same on every run. */
  async runTogether<const Works extends readonly ((opener: SessionOpener) => Promise<unknown>)[]>(...works: Works): Promise<{ -readonly [K in keyof Works]: Awaited<ReturnType<Works[K]>> }> {
    const all = Promise.all(works.map((work) => work(this.world.opener())));
    const invocations = all.then(() => undefined, () => undefined);
    this.world.scheduler.start(() => invocations);
    await this.world.scheduler.untilIdle();
    return (await all) as { -readonly [K in keyof Works]: Awaited<ReturnType<Works[K]>> };
  }

  links(): readonly LinkRow[] {
    return this.world.rows.all('links');
  }

  /** The one link there is. */
  link(): LinkRow {
    const [link, ...more] = this.links();
    if (link === undefined || more.length > 0) throw new Error(`Expected one link, got ${String(this.links().length)}`);
    return link;
  }

  conflicts(): readonly ConflictRow[] {
    return this.world.rows.all('conflicts');
  }

  hints(): readonly HintRow[] {
    return this.world.rows.all('hints');
  }

  runs(): readonly RunRow[] {
    return this.world.rows.all('runs');
  }

  connection(): ConnectionRow {
    const row = this.world.rows.all('connections').find(({ _id }) => _id === connectionRowId(INSTANCE));
    if (row === undefined) throw new Error('Expected a connection');
    return row;
  }

  /** Puts rows in place, or over what is there, without a call. */
  put(table: TableName, ...rows: readonly Parameters<SyncSession['rows']['saveMany']>[1][number][]): void {
    for (const row of rows) this.world.rows.table(table).set(row._id, row);
  }

  onWix(): readonly WixRecord[] {
    return [...this.world.shops.wix.values()];
  }

  /** Not what is in the store's bin. */
  inStore(): readonly StoreRecord[] {
    return [...this.world.shops.store.values()].filter(({ trashed }) => !trashed);
  }

  /** Calls that changed a shop, in order. */
  writes(): readonly string[] {
    return this.calls.filter((call) => /^(?:wix|store)\.(?:create|update|moderate|setReply|setStatus|delete|trash)/u.test(call));
  }
}

function words(body: string, over: Partial<ReviewFields>): ReviewFields {
  return { title: '', body, rating: 4, author: 'Dana', status: 'published', reply: null, ...over };
}
