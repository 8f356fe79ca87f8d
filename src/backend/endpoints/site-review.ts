import type { ShownReview } from '../../core/shown-review';
import type { DayFormat } from './day-format';
import type { SiteReview } from './site-types';

/** Names every field that leaves, so that one added to the review some day does not leave by itself. */
export function siteReview({ id, author, rating, title, body, writtenAt, verified, fromStore, helpful, reply }: ShownReview, dayOf: DayFormat): SiteReview {
  return { id, author, rating, title, body, writtenAt, writtenOn: dayOf(writtenAt), verified, fromStore, helpful, reply };
}
