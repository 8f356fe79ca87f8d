import { fingerprints } from '../../core/fingerprint';
import type { Field } from '../../core/review';
import { contentFields, samePrints } from './prints';
import type { LinkRow } from './tables';
import type { WixReviewEvent } from './wix-review-event';

/**
 * Whether an event tells of a copy we made on Wix and never recorded: its id is news to us, what it says is what was
 * sent. Such an event proves that the create took effect, even when the copy is gone again by the time it comes.
 */
export function isOurCopy({ wixReviewId, intent }: LinkRow, { review }: WixReviewEvent, holds: readonly Field[]): boolean {
  if (wixReviewId !== null || review === null || intent?.kind !== 'create' || intent.on !== 'wix') return false;
  return samePrints(intent.sent, fingerprints(review.fields), contentFields(holds));
}
