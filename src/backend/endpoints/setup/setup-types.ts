import type { WixProductId } from '../../../core/ids';
import type { ConnectionSummary, Disconnected, ProductItem, RunSummary } from '../api-types';
import type { Capabilities, Policy } from '../../../core/plan-types';
import type { ReviewFields, Side } from '../../../core/review';
import type { PreviewBasis } from '../../sync/outdate-preview';
import type { SyncCode } from '../../../core/sync-code';

/** The shapes that travel between the Setup page and its endpoints. */

/** How many of the store's products are in each of the views a merchant works through. */
export interface ProductViews {
  /** A match was found that a person has to confirm. */
  readonly suggested: number;
  /** Nothing was found, and nobody has decided yet. */
  readonly open: number;
  readonly matched: number;
  /** A person said that it has no counterpart. */
  readonly left: number;
  /** Was matched, and one of the two was deleted since. */
  readonly gone: number;
}

export interface ConnectedSetup {
  readonly kind: 'connected';
  readonly connection: ConnectionSummary;
  readonly products: ProductViews;
  readonly preview: Pick<PreviewSummary, 'state' | 'outdated'> | null;
  readonly run: RunSummary | null;
}

/** Answer of `GET setup/status`. */
export type SetupStatus = Disconnected | ConnectedSetup;

export type Permission = 'read-reviews' | 'read-products' | 'write' | 'webhook';

/** What one try of one permission came to. */
export interface PermissionVerdict {
  readonly permission: Permission;
  /** `null`: it was granted. */
  readonly problem: { readonly code: SyncCode; readonly sentence: string; readonly action: string } | null;
}

/** Answer of `POST setup/test`. */
export interface TestAnswer {
  readonly verdicts: readonly PermissionVerdict[];
}

/** Answer of `GET` and `POST setup/replies`: whether replies cross, and what stands in the way. Never who or by what. */
export interface RepliesAnswer {
  readonly on: boolean;
  readonly problem: PermissionVerdict['problem'];
}

export interface ProductEntry extends Omit<ProductItem, 'choice'> {
  /** Other store products that are matched with this one's Wix product. */
  readonly twins: readonly string[];
  /** The shop it was deleted in, `null` when it is in both. */
  readonly goneFrom: Side | null;
}

/** Answer of `GET setup/products`. */
export interface ProductListAnswer {
  readonly items: readonly ProductEntry[];
  readonly next: string | null;
}

/** Answer of `GET setup/wix-products`. */
export interface WixProductsAnswer {
  readonly items: readonly { readonly id: WixProductId; readonly name: string; readonly sku: string | null }[];
  /** Where the search goes on; `null` when the whole catalog was looked through. */
  readonly next: string | null;
  /** `false`: Wix Stores is not installed, so there is no catalog to look through. */
  readonly hasStores: boolean;
}

/** Answer of `POST setup/decide`: one step of a decision about many products. */
export interface DecideAnswer {
  readonly done: number;
  /** Left for a person, because another store product is matched with the same Wix product. */
  readonly held: number;
  /** Whether to ask again. */
  readonly more: boolean;
}

/** Answer of `GET setup/fields`. The examples are the merchant's own reviews, for their eyes. */
export interface FieldsAnswer {
  readonly policy: Policy;
  /** The store's; Wix holds and changes everything. */
  readonly capabilities: Capabilities;
  readonly examples: Readonly<Record<Side, ReviewFields | null>>;
}

/** Answer of `POST setup/fields`. */
export interface PolicyAnswer {
  readonly policy: Policy;
}

export interface PeopleCount {
  /** Store authors whose e-mail address is a Wix contact's. */
  readonly known: readonly string[];
  /** Store authors a contact would be made for. */
  readonly unknown: readonly string[];
  /** Store reviews without an e-mail address. */
  readonly anonymous: number;
  /** Wix authors with an e-mail address. */
  readonly onWix: readonly string[];
  /** Wix authors whose contact has none, or is gone; and how many reviews they wrote. */
  readonly unreachable: readonly string[];
  readonly unreachableReviews: number;
  /** Reviews looked at. */
  readonly reviews: number;
}

/** Answer of `GET setup/people`: one part of the count. */
export interface PeopleAnswer extends PeopleCount {
  readonly next: string | null;
  readonly calls: number;
}

/** What a preview's reviews are sorted by; each can be opened. */
export type PreviewGroup =
  | 'create-on-wix' | 'create-in-store' | 'same' | 'already' | 'changed' | 'conflict'
  | 'PRODUCT_UNMATCHED' | 'AUTHOR_NO_EMAIL' | 'NOT_PUBLISHED' | 'DIRECTION_OFF' | 'RATING_MISSING' | 'BODY_MISSING' | 'FIELD_TOO_LONG' | 'other';

export interface PreviewSummary {
  /** `preparing`: what is known is being taken over, before the walk begins. */
  readonly state: 'preparing' | 'running' | 'done' | 'cancelled';
  readonly done: number;
  readonly total: number | null;
  readonly startedAtMs: number;
  readonly updatedAtMs: number;
  /** What was chosen differently since it was begun: its numbers are no longer what would happen. */
  readonly outdated: readonly PreviewBasis[];
  /** Contacts that would be made. */
  readonly contacts: number;
  /** What a run would need: requests to Wix and the store, and the time they take at the pace that leaves room for others. */
  readonly calls: number;
  readonly timeMs: number;
}

/** Answer of `GET` and `POST setup/preview`. */
export interface PreviewAnswer {
  readonly preview: PreviewSummary | null;
  /** `null` until the preview is done. */
  readonly groups: Readonly<Record<PreviewGroup, number>> | null;
}

/** Answer of `GET setup/preview-age`. */
export interface PreviewAgeAnswer {
  readonly outdated: readonly PreviewBasis[];
  /** Reviews written, changed or deleted in either shop since it was begun: at least so many. */
  readonly changed: number;
}

/** Answer of `POST setup/preview-tick`. */
export interface PreviewTickAnswer {
  readonly preview: PreviewSummary | null;
  readonly calls: number;
  /** As in `TickAnswer`. */
  readonly waitMs: number;
}

export type ComparedGroup = 'create-on-wix' | 'create-in-store' | 'same' | 'stays';

/** Answer of `GET setup/comparison`: what the last preview foretold beside what came of it. */
export interface ComparisonAnswer {
  readonly foretold: Readonly<Record<ComparedGroup, number>> | null;
  readonly happened: Readonly<Record<ComparedGroup, number>>;
}
