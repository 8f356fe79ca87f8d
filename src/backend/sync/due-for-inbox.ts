import { mayMatter } from '../../core/attention';
import { contentPrint } from '../../core/attention-print';
import { fingerprints, type Prints } from '../../core/fingerprint';
import type { Rating, ReviewFields } from '../../core/review';
import { isLive } from './look-at-pair';
import { thresholdOf } from './note-attention';
import type { SyncSession } from './session';

interface Written {
  readonly fields: { readonly rating: Rating | null };
  readonly writtenAt: string;
}

/**
 * When a review that a walk meets for the first time is due for a look of its own. A walk raises nothing, since what it
 * meets is history; but one that was written since the shop was connected came without its event, and its owner has
 * to hear of it. `null`: nothing to look at.
 */
export function dueForInbox(session: Pick<SyncSession, 'connection' | 'clock'>, { fields: { rating }, writtenAt }: Written): number | null {
  return rating !== null && rating < thresholdOf(session) && isLive(session, writtenAt) ? session.clock.nowMs() : null;
}

/**
 * A walk that carries a review across as it is by now records it as seen. When it had been seen before and says something
 * else since, the inbox has not: the row is marked, so that it is looked at. What was never seen needs none.
 */
export function markIfEdited(rating: number | null, seen: Prints | null, fields: ReviewFields, nowMs: number): { readonly dueAtMs?: number } {
  if (seen === null || !(mayMatter(rating) || mayMatter(fields.rating))) return {};
  return contentPrint(seen) === contentPrint(fingerprints(fields)) ? {} : { dueAtMs: nowMs };
}
