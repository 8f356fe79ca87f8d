import { sessionOpener } from '../runtime/session-opener';
import { receiveWixEvent } from '../sync/receive-wix-event';
import type { WixReviewEvent } from '../sync/wix-review-event';
import { readSecret } from '../wix/secrets';
import { knownError } from './known-error';
import { reviewEvent } from './review-event';

/** Hands a review event to the engine. Throwing asks Wix to send it again. */
export async function onReviewEvent(kind: WixReviewEvent['kind'], raw: unknown): Promise<void> {
  const event = reviewEvent(kind, raw, readSecret('WIX_CLIENT_ID'));
  if (event === null) return;
  try {
    await receiveWixEvent(event, sessionOpener());
  } catch (error) {
    const known = knownError(error);
    console.error('REVIEW_EVENT_FAILED', known.message);
    throw known;
  }
}
