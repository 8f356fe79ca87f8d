import type { ActionKind } from '../../core/advice';
import type { AlertChannel } from '../sync/alert-port';
import type { LinkId, StoreProductId, StoreReviewId, WixProductId } from '../../core/ids';
import type { Side } from '../../core/review';
import type { SyncCode } from '../../core/sync-code';
import type { OutcomeCounts } from '../sync/count-outcomes';
import type { ConflictRow, ConnectionRow, LinkState, Outcome, ProductRow, RunKind, RunPhase, RunRow, Statement } from '../sync/tables';

/** The shapes that travel between the dashboard and the endpoints. Never credentials, never a shopper's words. */

/** Body of every answer that is not 2xx: `{ error: ApiError }`. */
export interface ApiError {
  readonly code: SyncCode;
  readonly sentence: string;
  readonly action: string;
  readonly field?: string;
  readonly got?: string;
  readonly expected?: string;
}

export interface ConnectionSummary {
  readonly storeName: string;
  readonly storeUrl: string;
  readonly webhookStatus: ConnectionRow['webhookStatus'];
  readonly paused: boolean;
  /** ISO 8601. */
  readonly connectedAt: string;
  /** Set while the store gives no answer and is only asked now and then. */
  readonly down: StoreDown | null;
  /** Where the owner is not reached any more; empty when all is well. */
  readonly alertTroubles: readonly AlertTrouble[];
}

export interface AlertTrouble {
  readonly channel: AlertChannel;
  readonly sinceMs: number;
  /** One sentence: why the last alert there was given up. */
  readonly cause: string;
}

export interface StoreDown {
  readonly sinceMs: number;
  /** One sentence: what its last failure was. */
  readonly cause: string;
}

export interface RunSummary {
  readonly kind: RunKind;
  /** Counts of a held run: reviews it found changed, and pairs that lack a side. */
  readonly changed: number;
  readonly absent: number;
  /** What a complete sweep found. */
  readonly statement: Statement | null;
  /** The run it takes back, by its `startedAtMs`. */
  readonly undoes: number | null;
  readonly state: RunRow['state'];
  readonly phase: RunPhase;
  readonly done: number;
  /** `null` while a shop has not told how many it has. */
  readonly total: number | null;
  /** `null` until enough time was spent to tell. */
  readonly ratePerMinute: number | null;
  readonly timeLeftMs: number | null;
  readonly startedAtMs: number;
  readonly updatedAtMs: number;
  /** Why it stopped, in a merchant's words; `null` when nothing is wrong. */
  readonly trouble: Pick<ApiError, 'code' | 'sentence' | 'action'> | null;
}

export interface LinkItem {
  readonly id: LinkId;
  readonly state: LinkState;
  readonly code: SyncCode | null;
  /** What `code` means and what to do, in a merchant's words; `null` when there is nothing to say. */
  readonly sentence: string | null;
  readonly action: string | null;
  readonly actionKind: ActionKind | null;
  readonly outcome: Outcome;
  readonly birth: Side;
  readonly rating: number | null;
  readonly onWix: boolean;
  readonly inStore: boolean;
  readonly storeReviewId: StoreReviewId | null;
  readonly storeProductId: StoreProductId | null;
  readonly wixProductId: WixProductId | null;
  /** Names are looked up for the list; the summary's events leave them out. */
  readonly storeProductName: string | null;
  readonly wixProductName: string | null;
  readonly lastEvent: string;
  readonly lastAtMs: number;
}

export type StateCounts = Readonly<Record<LinkState, number>>;
export type { OutcomeCounts };
export type ProductCounts = Readonly<Record<Exclude<ProductRow['choice'], 'gone'>, number>>;

export interface Disconnected {
  readonly kind: 'disconnected';
  /** The site is a duplicate of another one, which goes on with the store both were made with. */
  readonly copied: boolean;
}

export type SyncSummary =
  | Disconnected
  | {
      readonly kind: 'connected';
      /** Changes when something happened; sent back, it lets the next answer be `unchanged`. */
      readonly version: string;
      readonly connection: ConnectionSummary;
      readonly counts: StateCounts;
      readonly outcomes: OutcomeCounts;
      readonly products: ProductCounts;
      readonly run: RunSummary | null;
      /** The last 20 things that happened, newest first. */
      readonly events: readonly LinkItem[];
      readonly checkedAtMs: number;
    };

export type ConnectedSummary = Extract<SyncSummary, { kind: 'connected' }>;

/** Answer of `GET sync/status?version=`. */
export type StatusAnswer = SyncSummary | { readonly kind: 'unchanged'; readonly version: string; readonly run: RunSummary | null };

export interface MatchAnswer {
  /** Store products looked at in this step. */
  readonly compared: number;
  readonly accepted: number;
  readonly suggested: number;
  readonly left: number;
  /** Give it back to `POST sync/match` to go on; `null` when all are done. */
  readonly next: string | null;
}

export interface ConnectAnswer {
  readonly connection: ConnectionSummary;
  /** `null` when the store is connected but matching could not begin; it can be asked for again. */
  readonly match: MatchAnswer | null;
}

export interface DisconnectAnswer {
  /** `left`: the store could not be reached, so its webhook stays there. It is refused from now on. */
  readonly webhook: 'removed' | 'left' | 'none';
}

export interface ForgetStoreAnswer {
  /** `false`: there is more to let go of, so ask again. */
  readonly done: boolean;
}

export interface TickAnswer {
  readonly drained: { readonly links: number; readonly hints: number; readonly more: boolean };
  /** `null`: no run, or this tick did not get to it. */
  readonly run: RunSummary | null;
  /** Requests to Wix and the store that this tick made; the site's quota is shared with everything else. */
  readonly calls: number;
  /** How long the run has to wait until its share of the site's quota allows another tick, whichever page or scheduler asks. */
  readonly waitMs: number;
}

export interface RunAnswer {
  readonly run: RunSummary;
}

export interface LinksAnswer {
  readonly items: readonly LinkItem[];
  readonly next: string | null;
}

export interface SchedulerAnswer {
  /** An address that drains this site's work when it is POSTed to; whoever knows it may do that and nothing else. */
  readonly url: string;
}

export type ProductItem = Pick<ProductRow, 'storeProductId' | 'wixProductId' | 'storeName' | 'wixName' | 'reason' | 'confidence' | 'choice'>;

export interface ProductsAnswer {
  readonly items: readonly ProductItem[];
  readonly next: string | null;
}

/** A copy-making run, for the list of runs. `copies`: how many of them still stand. */
export interface RunItem {
  readonly run: RunSummary;
  readonly copies: number | null;
}

export interface RunsAnswer {
  readonly items: readonly RunItem[];
}

/** A value that gave way. Texts are shown as texts, never as HTML. */
export interface ConflictItem {
  readonly id: string;
  readonly field: ConflictRow['field'];
  readonly winner: ConflictRow['winner'];
  readonly lost: string;
  /** What stands now on the winner's side; `null` when the review is gone. */
  readonly stands: string | null;
  readonly state: ConflictRow['state'];
  readonly atMs: number;
  /** The review it is about, and what is known of it. */
  readonly linkId: LinkId;
  /** What it is called, and its key: names that this answer lacks are asked for by it. */
  readonly product: string | null;
  readonly productKey: string | null;
  readonly rating: number | null;
  readonly author: string | null;
}

/** When the review is due: the next tick looks at it. */
export interface RetryAnswer {
  readonly dueAtMs: number;
}

export interface ConflictsAnswer {
  readonly items: readonly ConflictItem[];
  /** How many there are in this state, on this page and all others. */
  readonly total: number;
  readonly next: string | null;
}

/** How each of the asked-for conflicts ended: `code` says why one could not be. */
export interface ResolveAnswer {
  readonly results: readonly { readonly id: string; readonly code: SyncCode | null }[];
}

export interface TimelineAnswer {
  readonly item: LinkItem;
  readonly moments: readonly { readonly atMs: number; readonly what: string; readonly times: number; readonly sentence: string | null }[];
  readonly conflicts: readonly ConflictItem[];
}
