import type { Email } from '../../core/ids';
import type { StoreReview } from '../stores/store';
import { isLive } from './look-at-pair';
import { thresholdOf } from './note-attention';
import type { SyncSession } from './session';

/**
 * The order in which a page of reviews, given newest first, is met. Oldest first, since of several reviews by one person
 * the first is the one that may cross. But an owner waits to hear of new ones with few stars, and an invocation may have
 * calls for one review only: those come before everything that lies there from before, unless their author wrote earlier.
 */
export function urgentFirst(session: Pick<SyncSession, 'connection'>, newestFirst: readonly StoreReview[]): readonly StoreReview[] {
  const authors = new Set<Email>();
  const urgent: StoreReview[] = [];
  const rest: StoreReview[] = [];
  for (const review of newestFirst.toReversed()) {
    const { email } = review;
    const isFirst = email === null || !authors.has(email);
    if (email !== null) authors.add(email);
    (isFirst && isUrgent(session, review) ? urgent : rest).push(review);
  }
  return [...urgent, ...rest];
}

function isUrgent(session: Pick<SyncSession, 'connection'>, { fields: { rating }, trashed, writtenAt }: StoreReview): boolean {
  return !trashed && rating !== null && rating < thresholdOf(session) && isLive(session, writtenAt);
}
