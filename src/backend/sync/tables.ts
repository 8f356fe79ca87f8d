import type { Base, Fingerprint, Prints } from '../../core/fingerprint';
import type { ContactId, InstanceId, LinkId, StoreProductId, StoreReviewId, WixProductId, WixReviewId } from '../../core/ids';
import type { Policy } from '../../core/plan-types';
import type { Field, Side } from '../../core/review';
import type { Spent } from '../../core/quota-share';
import type { SyncCode } from '../../core/sync-code';
import type { AlertSettings } from './alert-port';
import type { AlertTroubles } from './alert-troubles';
import type { AttentionRow } from './attention-row';
import type { Moment } from './happened';
import type { PreviewRunRow } from './preview-row';

interface Row {
  readonly _id: string;
  /** The site the row was written for. A duplicated site copies rows; a row of another instance is ignored. */
  readonly instanceId: InstanceId;
}

/** The store this site is connected to. One row per site; `credentials` is an AES-GCM envelope. */
export interface ConnectionRow extends Row {
  readonly storeKind: 'woocommerce';
  readonly storeUrl: string;
  /** The store was disconnected. The row stays without keys: the links name reviews by this store's ids, which in another mean other reviews. */
  readonly ended?: boolean;
  readonly storeName: string;
  readonly credentials: string;
  /** Part of the signed webhook URL; a new nonce makes every older URL worthless. */
  readonly nonce: string;
  /** Scheme and host this app is reached at, for what asks it without having been asked. */
  readonly appOrigin: string;
  readonly webhookId: string | null;
  readonly webhookUrl: string | null;
  readonly webhookStatus: 'active' | 'off' | 'missing';
  readonly paused: boolean;
  readonly policy: Policy;
  /** ISO 8601. */
  readonly connectedAt: string;
  /** Epoch ms of the earliest work left behind, `null` when none: lets an entrance that reads this row anyway know to drain. */
  readonly backlogDueAtMs: number | null;
  /** A walk over everything was begun and has not ended; see `hold-hints.ts`. */
  readonly walking: boolean;
  /** When the last walk over everything began, epoch ms; `null` before the first: nothing sweeps a shop its owner has not started. */
  readonly sweptAtMs: number | null;
  /** Wix has merged contacts of this site: a review may go by another contact than when its row was named. */
  readonly contactsMerged: boolean;
  /** When the newest reviews of both shops were last looked at, epoch ms; `null` before the first time. */
  readonly newestSeenAtMs: number | null;
  /** A review with fewer stars is raised in the inbox; `null` means the default. Here, because every event reads this row. */
  readonly alertBelow: number | null;
  /** What the `alerts` row says, copied for the same reason; `null` while its owner chose nothing. */
  readonly alerts: AlertSettings | null;
  /** Where alerts do not arrive. Rows of before have none. */
  readonly alertTroubles?: AlertTroubles | null;
  /** How often the store gave no answer, in a row; see `store-breaker.ts`. Rows of before have none of the five. */
  readonly storeFailures?: number;
  /** When a store that is left alone is asked again, epoch ms. */
  readonly storeProbeAtMs?: number | null;
  /** Grows with every probe; as `turn` on a link. */
  readonly storeProbes?: number;
  readonly storeDownSinceMs?: number | null;
  /** What its last failure was. */
  readonly storeDownCode?: SyncCode | null;
}

/** How a store product was found to be a Wix product. Keyed by the store product. */
export interface ProductRow extends Row {
  readonly storeProductId: StoreProductId;
  /** `null`: the merchant, or we, found none. */
  readonly wixProductId: WixProductId | null;
  readonly storeName: string;
  /** What the store product is compared by; rows of before this was kept have neither. */
  readonly storeSlug?: string;
  readonly storeSku?: string | null;
  /** The block of Wix products that it was last held against, while matching goes through a long catalog. */
  readonly comparedTo?: string;
  readonly wixName: string | null;
  readonly reason: 'sku' | 'slug' | 'name' | 'manual' | 'none';
  /** 0 to 1. */
  readonly confidence: number;
  /** `suggested` matches are not used until a person accepts them; `gone`: one of the two products was deleted, in the shop `goneFrom`. */
  readonly choice: 'accepted' | 'suggested' | 'left' | 'gone';
  readonly goneFrom?: Side | null;
}

/** Which Wix contact a store author is. Keyed by a salted hash of the e-mail; the address itself is not kept. */
export interface AuthorRow extends Row {
  readonly contactId: ContactId;
}

export type LinkState =
  /** Both sides agree. */
  | 'in-step'
  /** Will move on by itself: marked, in flight, retrying, or not published yet. */
  | 'waiting'
  /** Deliberately not carried across; `code` says why. */
  | 'skipped'
  /** Its product has no counterpart. */
  | 'unmatched'
  /** Needs a person; `code` says for what. */
  | 'blocked'
  /** Gone from both sides: the tombstone that keeps late events from bringing it back. */
  | 'gone';

/**
 * A write that was begun and whose result is not recorded yet. Whoever settles the link next finds out first whether
 * it took effect. A create is looked up on `on`'s side and adopted. A change counts as made where the written side
 * holds what was written: without that, a person who changes their mind at that moment would look like the one who
 * had not decided. Deletes need none: done twice they end the same.
 */
export type Intent =
  | {
      readonly kind: 'create';
      readonly on: Side;
      /** What the birth side held when the copy was sent: the base to adopt, so that a later edit still counts as one. */
      readonly sent: Prints;
    }
  | {
      readonly kind: 'change';
      /** Which fields are written on which side: one write at a time, so one side is empty. */
      readonly writes: Readonly<Record<Side, readonly Field[]>>;
      /** What the written side held before, field by field: a value that is another by now tells that the write took effect. */
      readonly held: Partial<Prints>;
      /** What both sides hold once it took effect. */
      readonly base: Base;
      /** Revision of the Wix review before, for telling "never written" from "written and taken back by a person". */
      readonly wixRevision: string | null;
    };

/** How the pair came to be. */
export type Outcome = 'matched' | 'created-on-wix' | 'created-in-store' | null;

/** A pair of reviews, or one that has no partner yet. See `link-id.ts` for how `_id` is made. */
export interface LinkRow extends Row {
  readonly _id: LinkId;
  readonly state: LinkState;
  readonly code: SyncCode | null;
  readonly outcome: Outcome;
  readonly birth: Side;
  readonly wixReviewId: WixReviewId | null;
  readonly wixProductId: WixProductId | null;
  readonly contactId: ContactId | null;
  /** Highest revision of the Wix review we have acted on: an event at or below it is an echo. */
  readonly wixRevision: string | null;
  readonly storeReviewId: StoreReviewId | null;
  readonly storeProductId: StoreProductId | null;
  /** The three trees: what we last saw on each side and what both agreed on. */
  readonly wixSeen: Prints | null;
  readonly storeSeen: Prints | null;
  readonly base: Base | null;
  /** The other review's `_id` when this one is skipped because of it. */
  readonly because: LinkId | null;
  readonly intent: Intent | null;
  /** Set when an event says that side's review was deleted. */
  readonly gone: Side | null;
  /** Grows with every mark ("look again"). A settle that ends with another number than it began with starts over. */
  readonly marks: number;
  /** Grows with every claim. Whoever's increment gives the number it expected owns the link until `leaseUntilMs`. */
  readonly turn: number;
  /** Epoch ms; 0 when nobody is at it. */
  readonly leaseUntilMs: number;
  /** When to settle it next, epoch ms; `null` when there is nothing to do. Numbers, so that one index serves. */
  readonly dueAtMs: number | null;
  readonly attempts: number;
  /** Epoch ms of the last thing that happened, and what it was, in words for the merchant's list. */
  readonly lastAtMs: number;
  readonly lastEvent: string;
  /** What happened to it, oldest first; see `happened.ts`. */
  readonly timeline: readonly Moment[];
  /** Stars, the fewer of both sides, and product are kept for the list; no text, name or address is. */
  readonly rating: number | null;
  /** The run that made the copy (its `startedAtMs`), so that it can be rolled back; `null` when the copy was made live, or by nobody. */
  readonly runAtMs: number | null;
  /** The sweep (its `startedAtMs`) that did not find the review on `absentSide`. Nothing follows from it until that sweep is complete. */
  readonly absentIn: number | null;
  readonly absentSide: Side | null;
  /** Print of the store's pictures that the Wix review was given, or could not be; `PENDING` while that goes on. Rows of before have none. */
  readonly pictures?: Fingerprint | null;
}

/** A picture of one store review in the site's Media Manager. The id is made of the link and the address, which is not kept. */
export interface PictureRow extends Row {
  readonly linkId: LinkId;
  /** `null`: asked for, and the answer was lost or is on its way. */
  readonly fileId: string | null;
  readonly state: 'asked' | 'ready' | 'failed';
  /** What the review is given once the file is there. */
  readonly file: string | null;
  readonly askedAtMs: number;
}

/**
 * Two people changed the same field, one in each shop, and one value had to give way. It is kept here, so that a person
 * can have it back. The only row that holds somebody's words; it goes when its review does.
 */
export interface ConflictRow extends Row {
  readonly linkId: LinkId;
  readonly field: Field;
  /** The side whose value stands. */
  readonly winner: Side;
  /** JSON of the value that gave way. */
  readonly lost: string;
  /** `open` until a person looked at it; `kept`: the winner stands; `restored`: the other value is back on both sides. */
  readonly state: 'open' | 'kept' | 'restored';
  readonly atMs: number;
}

/** A store product whose reviews may have changed. Keyed by product: a second hint while one waits is merged. */
export interface HintRow extends Row {
  readonly storeProductId: StoreProductId;
  readonly cursor: string | null;
  readonly attempts: number;
  readonly marks: number;
  readonly turn: number;
  readonly leaseUntilMs: number;
  /** A walk writes to this product and expects to hear of it: until then marks need not be followed while it goes on. */
  readonly heldUntilMs: number;
  /** `null` when there is nothing to look at; the row stays, one per product. */
  readonly dueAtMs: number | null;
}

export type RunKind = 'backfill' | 'sweep' | 'rollback' | 'removal';

/** `run-phases.ts` says which kind goes through which. */
export type RunPhase = 'wix' | 'store' | 'push' | 'verify' | 'absent' | 'inbox' | 'sum' | 'undo' | 'done';

/** What a sweep can state once it is complete. */
export interface Statement {
  /** Pairs read on both sides. */
  readonly checked: number;
  readonly equal: number;
  readonly waiting: number;
  readonly needsPerson: number;
  readonly conflicting: number;
  readonly atMs: number;
}

/** A resumable walk over everything. The site's present run has a fixed name; earlier ones are kept under their time. */
export interface RunRow extends Row {
  readonly kind: RunKind;
  /** `held`: it would change so much at once that a person has to look first. */
  readonly state: 'running' | 'paused' | 'held' | 'done' | 'failed' | 'cancelled';
  readonly phase: RunPhase;
  readonly cursor: string | null;
  /** As on a link. */
  readonly turn: number;
  readonly wixTotal: number | null;
  readonly storeTotal: number | null;
  readonly pushTotal: number | null;
  readonly wixDone: number;
  readonly storeDone: number;
  readonly pushDone: number;
  /** Pairs read by id on both sides, and copies taken back. */
  readonly checkDone: number;
  readonly undone: number;
  /** Known reviews found changed on the lists, and pairs found to lack one side. */
  readonly changed: number;
  readonly absent: number;
  /** A person looked at a held run and let it go on. */
  readonly released: boolean;
  /** The run to take back, by its `startedAtMs`. */
  readonly undoes: number | null;
  readonly statement: Statement | null;
  /** Time since the start, less the pauses in which nobody carried the run on, so that the rate means something. */
  readonly workedMs: number;
  readonly code: SyncCode | null;
  readonly startedAtMs: number;
  readonly updatedAtMs: number;
  /** As on a link. */
  readonly leaseUntilMs: number;
  /** What its ticks took of the site's quota in the last minute; see `walk-share.ts`. Rows of before have none. */
  readonly recentCalls?: readonly Spent[];
}

/** Who is told of an item of the inbox, and when. One row per site. */
export interface AlertSettingsRow extends Row, AlertSettings {}

/** Says that the site is a duplicate of another one, as Wix told us when it was made. One row per copy. */
export interface OriginRow extends Row {
  readonly originInstanceId: InstanceId;
}

export interface Tables {
  /** What a preview thinks up, beside what is: rows that no other work reads. */
  readonly previewLinks: LinkRow;
  readonly previewAuthors: AuthorRow;
  readonly previewRuns: PreviewRunRow;
  readonly connections: ConnectionRow;
  readonly products: ProductRow;
  readonly authors: AuthorRow;
  readonly links: LinkRow;
  readonly conflicts: ConflictRow;
  readonly pictures: PictureRow;
  readonly hints: HintRow;
  readonly runs: RunRow;
  readonly attention: AttentionRow;
  readonly alerts: AlertSettingsRow;
  readonly origins: OriginRow;
}

export type TableName = keyof Tables;
