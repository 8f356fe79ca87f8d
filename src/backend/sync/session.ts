import type { InstanceId } from '../../core/ids';
import type { Store } from '../stores/store';
import type { AlertPort } from './alert-port';
import type { CallBudget } from './call-budget';
import type { Clock } from './clock';
import type { Rows } from './rows';
import type { StoreBreaker } from './store-breaker';
import type { ConnectionRow } from './tables';
import type { WixPort } from './wix-port';

/** What one invocation works with, all of it for one site. */
export interface SiteSession {
  readonly instanceId: InstanceId;
  readonly budget: CallBudget;
  readonly clock: Clock;
  /** 0 up to 1; spreads retries. */
  readonly random: () => number;
  readonly rows: Rows;
  readonly wix: WixPort;
  readonly alerts: AlertPort;
}

/** A site with a store connected. */
export interface SyncSession extends SiteSession {
  readonly connection: ConnectionRow;
  readonly store: Store;
  /** Where Wix is to fetch a store's picture: at this app, which leaves out where it was taken. No call. */
  readonly pictureAddress: (url: string) => Promise<string>;
  /** Guards `store`; absent where nothing has to (a preview's paper, a test). */
  readonly breaker?: StoreBreaker;
  /** Set while a run carries reviews across: copies made then belong to it. */
  readonly runAtMs?: number | null;
}

/** How an entrance (event, webhook, dashboard call) gets at a site whose instance id it has verified. */
export interface SessionOpener {
  /** No call. */
  openSite(instanceId: InstanceId, budget: CallBudget): SiteSession;
  /** 1 call, none when the caller has read the connection. Throws `NOT_CONNECTED` when the site has no store, or sync is paused. */
  openSync(site: SiteSession, known?: ConnectionRow): Promise<SyncSession>;
}
