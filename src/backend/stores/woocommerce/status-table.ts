import type { Status } from '../../../core/review';

/** Statuses WooCommerce takes when a review is written. */
export type WooStatus = 'approved' | 'hold' | 'spam';

/**
 * `hold` is WordPress' word for "nobody has decided yet", so it reads as `pending`. Hiding is therefore written as
 * `spam`, the one status that shows the review to nobody, keeps it restorable and reads back as the decision it was:
 * written as `hold` it would come back as undecided and look like a new change each time. The price: a spam filter
 * plug-in such as Akismet may report the review as spam, and it leaves WooCommerce's usual list for the Spam tab.
 */
const TO_WOO: Readonly<Record<Status, WooStatus>> = { published: 'approved', pending: 'hold', hidden: 'spam' };

const FROM_WOO: ReadonlyMap<string, Status> = new Map([
  ['approved', 'published'],
  ['hold', 'pending'],
  ['spam', 'hidden'],
  ['trash', 'hidden'],
]);

export function statusToWoo(status: Status): WooStatus {
  return TO_WOO[status];
}

/**
 * Anything a plug-in or a later WordPress adds (`post-trashed`, while the product is in the bin) counts as undecided,
 * which changes nothing on the other side.
 */
export function statusFromWoo(status: string): Status {
  return FROM_WOO.get(status) ?? 'pending';
}
