import type { Engine } from '../../src/backend/endpoints/engine';
import { SYNC_ENGINE } from '../../src/backend/endpoints/sync-engine';
import { connectionRowId, productRowId } from '../../src/core/link-id';
import { DEFAULT_POLICY } from '../../src/core/default-policy';
import { brandId, type ContactId, type Email, type InstanceId, type StoreProductId, type WixProductId } from '../../src/core/ids';
import { parseEmail } from '../../src/core/email';
import { CallBudget } from '../../src/backend/sync/call-budget';
import { guardStore } from '../../src/backend/sync/guard-store';
import { INVOCATION_CALLS } from '../../src/backend/sync/invocation-calls';
import { currentConnection } from '../../src/backend/sync/current-connection';
import type { SessionOpener, SyncSession } from '../../src/backend/sync/session';
import { SyncError } from '../../src/core/sync-error';
import { Dice } from '../dice';
import type { Faults } from '../faults';
import { Io } from '../io';
import type { Random } from '../random';
import type { Scheduler } from '../scheduler';
import { Alerts } from './alerts';
import { RowStore, type SharedTables } from './row-store';
import { simulatedRows } from './rows';
import { Shops } from './shop';
import { simulatedStore } from './store';
import { simulatedWix } from './wix';
import { Webhook } from './webhook';

export const INSTANCE = brandId<InstanceId>('11111111-1111-4111-8111-111111111111');

/** One of several sites in the same tables. */
export interface Tenant {
  readonly instance: InstanceId;
  readonly tables: SharedTables;
}

/** Two shops, the app's rows, and a way to open invocations against them. */
export class World {
  readonly shops = new Shops();
  readonly instance: InstanceId;
  readonly rows: RowStore;
  readonly alerts = new Alerts();
  readonly webhook = new Webhook();
  /** What clocks show beside the true time. */
  clockSkewMs = 0;
  /** Grows when the app is removed: what began before has no rights any more. */
  installation = 1;
  /** How often what the owner or fate did came about. */
  readonly happened = new Map<string, number>();
  readonly products: { readonly wix: WixProductId | null; readonly store: StoreProductId | null }[] = [];
  readonly people: { readonly contactId: ContactId | null; readonly email: Email | null }[] = [];
  readonly calls = new Map<string, number>();
  mostSpent = 0;
  /** What a tick sets going. */
  engine: Engine = SYNC_ENGINE;
  /** Told of every call, for the story of a run. */
  onCall: (call: string) => void = () => undefined;
  readonly dice: Dice;

  constructor(readonly scheduler: Scheduler, readonly random: Random, faults: Faults, tenant: Tenant | null = null) {
    this.instance = tenant?.instance ?? INSTANCE;
    this.rows = new RowStore(tenant?.tables, tenant?.instance ?? null);
    this.dice = new Dice(random, faults);
  }

  /** A product in both shops, matched unless one side is missing. */
  addProduct(number: number, where: 'both' | 'wix' | 'store'): void {
    const wix = where === 'store' ? null : brandId<WixProductId>(`wp${number}`);
    const store = where === 'wix' ? null : brandId<StoreProductId>(`sp${number}`);
    this.products.push({ wix, store });
    if (store === null) return;
    const _id = productRowId(this.instance, store);
    this.rows.table('products').set(_id, {
      _id, instanceId: this.instance, storeProductId: store, wixProductId: wix, storeName: `Product ${number}`, wixName: null,
      reason: wix === null ? 'none' : 'sku', confidence: wix === null ? 0 : 1, choice: wix === null ? 'left' : 'accepted',
    });
  }

  /** A shopper; `contact`: already known to Wix. */
  addPerson(number: number, contact: boolean, withEmail: boolean): void {
    const email = withEmail ? parseEmail(`p${number}@example.com`) : null;
    const contactId = contact ? brandId<ContactId>(`k${number}`) : null;
    if (contactId !== null) this.shops.contacts.set(contactId, email);
    this.people.push({ contactId, email });
  }

  connect(): void {
    const _id = connectionRowId(this.instance);
    this.rows.table('connections').set(_id, {
      _id, instanceId: this.instance, storeKind: 'woocommerce', storeUrl: 'https://store.example', storeName: 'Store', credentials: '', nonce: 'n', appOrigin: 'https://app.example',
      webhookId: null, webhookUrl: null, webhookStatus: 'active', paused: false, policy: DEFAULT_POLICY, connectedAt: '2026-01-01T00:00:00.000Z', backlogDueAtMs: null, walking: false, sweptAtMs: null, newestSeenAtMs: null, contactsMerged: false, alertBelow: null, alerts: null,
    });
  }

  /** One invocation's way in. `crashAtStep` kills it at that I/O step. */
  opener(crashAtStep: number | null = null): SessionOpener {
    let io: Io | null = null;
    return {
      openSite: (instanceId, budget) => {
        const { installation } = this;
        const mayCall = (): boolean => this.installation === installation;
        io = new Io({ scheduler: this.scheduler, dice: this.dice, budget, crashAtStep, mayCall, onCall: (far, name) => this.#count(far, name, budget) });
        return {
          instanceId, budget, clock: { nowMs: () => this.scheduler.nowMs + this.clockSkewMs }, random: () => this.random.next(),
          rows: simulatedRows(this.rows, io, this.random, this.dice), wix: simulatedWix(this.shops, io, this.dice), alerts: this.alerts.port(io),
        };
      },
      openSync: async (site, known): Promise<SyncSession> => {
        const connection = known ?? await currentConnection(site);
        if (connection === null || connection.paused || io === null) throw new SyncError('NOT_CONNECTED');
        return { ...site, connection, pictureAddress: (url) => Promise.resolve(url), ...guardStore(site, connection, simulatedStore(this.shops, io, this.dice)) };
      },
    };
  }

  openSync(crashAtStep: number | null = null, calls = INVOCATION_CALLS): Promise<SyncSession> {
    const opener = this.opener(crashAtStep);
    return opener.openSync(opener.openSite(this.instance, new CallBudget(calls)));
  }

  note(what: string): void {
    this.happened.set(what, (this.happened.get(what) ?? 0) + 1);
    this.onCall(what);
  }

  #count(far: string, name: string, budget: CallBudget): void {
    this.calls.set(`${far}.${name}`, (this.calls.get(`${far}.${name}`) ?? 0) + 1);
    this.onCall(`${far}.${name}`);
    this.mostSpent = Math.max(this.mostSpent, budget.spent);
  }
}
