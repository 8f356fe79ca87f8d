import { fingerprints } from '../../core/fingerprint';
import { samePrints } from './prints';
import type { LinkRow } from './tables';
import type { WixReviewEvent } from './wix-review-event';

/**
 * Whether an event only tells us what we know. The content decides; who caused it and the revision are used where
 * they cannot be wrong: an older revision is history, and our own create on a pair we are creating is its echo.
 * Limits: a change that moves neither revision nor any field we carry (a helpful vote) counts as an echo, rightly.
 */
export function isEcho(link: LinkRow, event: WixReviewEvent, nowMs: number): boolean {
  if (event.ours && link.wixReviewId === null && link.intent?.kind === 'create' && link.intent.on === 'wix' && link.leaseUntilMs > nowMs) return true;
  if (event.review === null || link.wixReviewId !== event.reviewId || link.wixRevision === null) return false;
  const [came, seen] = [revisionNumber(event.review.revision), revisionNumber(link.wixRevision)];
  // Without a revision only the content can tell.
  if (came <= 0n) return samePrints(link.wixSeen, fingerprints(event.review.fields));
  return came < seen || (came === seen && samePrints(link.wixSeen, fingerprints(event.review.fields)));
}

function revisionNumber(revision: string): bigint {
  return /^\d+$/.test(revision) ? BigInt(revision) : -1n;
}
