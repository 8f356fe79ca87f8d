import type { AttentionState } from '../../../core/attention';
import type { ContactId, StoreProductId, WixProductId, WixReviewId } from '../../../core/ids';
import type { Side, Status } from '../../../core/review';
import type { AlertChannel } from '../../sync/alert-port';
import type { AlertTrouble, ApiError, LinkItem, TimelineAnswer } from '../api-types';

/** What travels between the inbox and its endpoints. Texts are read from the shop that holds them and kept nowhere. */

export const INBOX_VIEWS = ['open', 'snoozed', 'done'] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

/** What the list is narrowed to. Every one of them is part of the query. */
export interface InboxFilter {
  readonly view: InboxView;
  readonly rating: 1 | 2 | 3 | null;
  readonly side: Side | null;
  /** A product's key; see `productKey`. */
  readonly product: string | null;
  /** At least this old, in hours. */
  readonly olderThanHours: number | null;
  /** Words to be found in the review, its title or its author's name. */
  readonly text: string | null;
}

/** A review as its shop holds it at this moment. */
export interface ReviewText {
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly reply: string | null;
  readonly status: Status;
  /** ISO 8601. */
  readonly writtenAt: string;
}

export interface InboxItem {
  readonly id: string;
  readonly state: AttentionState;
  readonly reason: string | null;
  readonly rating: number | null;
  readonly side: Side;
  readonly raisedAtMs: number;
  readonly changedAtMs: number;
  /** When a snoozed item comes back; 0 for others. */
  readonly wakeAtMs: number;
  readonly answerMs: number | null;
  readonly wixReviewId: WixReviewId | null;
  readonly wixProductId: WixProductId | null;
  readonly storeProductId: StoreProductId | null;
  readonly contactId: ContactId | null;
  /** What a verdict or a reply is about: it is refused when this has changed since. See `item-revision.ts`. */
  readonly revision: string;
  /** Whether it was raised before, so that a change brought it back. */
  readonly isBack: boolean;
  /** `null`: only in the store, whose texts come with the single item; or gone. */
  readonly text: ReviewText | null;
}

export type InboxAnswer =
  | { readonly kind: 'unchanged'; readonly version: string }
  | {
      readonly kind: 'items';
      readonly version: string;
      readonly items: readonly InboxItem[];
      readonly next: string | null;
      /** How many items were read to find these; more than there are items only when words were looked for. */
      readonly searched: number;
      /** How many of them had no words that could be read, so that a search cannot tell. 0 without one. */
      readonly unread: number;
    };

/** By view, of what a filter leaves. */
export type InboxCounts = Readonly<Record<InboxView, number>>;

/** Answer of `GET inbox/names`, by product key. `null`: Wix's catalog does not hold it; left out: nobody has told its name. */
export interface ProductNamesAnswer {
  readonly names: Readonly<Record<string, string | null>>;
}

/** Answer of `GET inbox/products`. */
export interface InboxProducts {
  readonly items: readonly {
    /** Its key; see `productKey`. */
    readonly product: string;
    readonly name: string;
    /** `false`: the store has it, and no Wix product was matched with it. */
    readonly isOnWix: boolean;
  }[];
  /** Where the search goes on; `null` when everything was looked through. */
  readonly next: string | null;
}

/** One item with all that helps to answer it. */
export interface InboxDetail {
  readonly item: InboxItem;
  readonly productName: string | null;
  readonly link: (Pick<LinkItem, 'state' | 'sentence' | 'lastEvent' | 'lastAtMs' | 'onWix' | 'inStore'> & Pick<TimelineAnswer, 'moments'>) | null;
  /** The same person's other reviews, newest first. */
  readonly others: readonly { readonly rating: number | null; readonly title: string; readonly body: string; readonly writtenAt: string }[];
  /** Whether a reply reaches the store too; `null` when no store is connected or the review is not there. */
  readonly replyInStore: boolean | null;
}

export type Verdict =
  | { readonly kind: 'resolve'; readonly reason: string }
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'snooze'; readonly until: 'tomorrow' | 'three-days' | 'edited' }
  | { readonly kind: 'reopen' };

export interface VerdictAnswer {
  readonly done: readonly string[];
  readonly failed: readonly { readonly id: string; readonly error: Pick<ApiError, 'code' | 'sentence' | 'action'> }[];
}

/** One step of a verdict about everything that matches. */
export interface BulkAnswer extends VerdictAnswer {
  /** Hand it to the following step: whatever was decided about since is left alone. */
  readonly asOfMs: number;
}

export interface ReplyAnswer {
  readonly item: InboxItem;
  /** Whether the sync carries it to the store as well, or the owner has to. */
  readonly store: 'carried' | 'by-hand' | 'none';
}

export interface InboxSummary {
  readonly open: number;
  readonly overdue: number;
  readonly snoozed: number;
  readonly done: number;
  /** Of all that were answered; `null` before the first. */
  readonly medianAnswerMs: number | null;
  /** Items raised in each of the last eight weeks, oldest first, by stars. */
  readonly weeks: readonly { readonly fromMs: number; readonly stars: Readonly<Record<'1' | '2' | '3', number>> }[];
  /** Whether `weeks` counts all of them; when not, only those among the 100 changed last and the 100 first in line. */
  readonly areWeeksWhole: boolean;
  /** Each with all its open items, most first. Looked for among the products of the 100 first in line and the 100 changed last. */
  readonly products: readonly { readonly product: string; readonly name: string | null; readonly open: number }[];
  readonly overdueHours: number;
  readonly checkedAtMs: number;
}

export interface AlertSettingsView {
  readonly below: number;
  readonly notification: boolean;
  readonly automation: boolean;
  /** Host of the webhook's address; the address itself is not shown again. */
  readonly webhookHost: string | null;
  readonly quiet: { readonly from: number; readonly to: number; readonly timeZone: string } | null;
  readonly overdueHours: number;
  readonly troubles: readonly AlertTrouble[];
}

export interface AlertSettingsAnswer {
  readonly settings: AlertSettingsView;
  /** Told once, when the address was just set: what its owner checks signatures with. */
  readonly webhookSecret: string | null;
}

export interface TestAlertAnswer {
  readonly channels: readonly { readonly channel: AlertChannel; readonly outcome: 'told' | 'off' | 'failed'; readonly sentence: string }[];
}
