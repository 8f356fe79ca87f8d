import { fingerprints } from '../../core/fingerprint';
import type { StoreReview } from '../stores/store';
import { FOUND_SAME, happened } from './happened';
import type { Step } from './step';
import { carriesDate, isCopy, mayBeCopy } from './is-copy';
import { samePrints } from './prints';
import { pushed, type Push } from './push-to-store';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/** What looking for one review takes, at most. */
const FIND_CALLS = 3;

/**
 * Copies that were begun and never recorded: each is looked for in the store first. Found, it is adopted; not found,
 * the intent is taken back and the row waits for the next round. 2 calls and up to 3 for each row.
 */
export async function adoptInterrupted(session: SyncSession, pushes: readonly Push[], reserve: number): Promise<Step> {
  const looked: { push: Push; copies: readonly StoreReview[] }[] = [];
  for (const push of pushes) {
    if (!session.budget.has(FIND_CALLS + 2 + reserve)) break;
    const found = await session.store.findReviews(push.draft.productId, push.draft.email);
    looked.push({ push, copies: found.filter((one) => mayBeCopy(one, push.review) && isCopy(one, push.review, session.store.capabilities.holds)) });
  }
  if (looked.length === 0) return { kind: 'stay', done: 0 };
  const taken = await linked(session, looked.flatMap(({ copies }) => copies));
  const nowMs = session.clock.nowMs();
  await session.rows.patchMany('links', looked.map(({ push, copies }) => ({ id: push.link._id, set: verdict(session, push, likeliest(push, copies.filter((copy) => !taken.has(copy.id))), nowMs) })));
  return { kind: 'next', cursor: 'more', done: 0 };
}

async function linked({ rows }: SyncSession, copies: readonly StoreReview[]): Promise<ReadonlySet<LinkRow['storeReviewId']>> {
  if (copies.length === 0) return new Set();
  const found = await rows.find('links', { where: { storeReviewId: copies.map((copy) => copy.id).slice(0, 100) }, limit: 100, consistent: true });
  return new Set(found.rows.filter((row) => row.wixReviewId !== null).map((row) => row.storeReviewId));
}

/** The one that carries the date we sent, before one that only says the same. */
function likeliest({ review }: Push, copies: readonly StoreReview[]): StoreReview | undefined {
  return copies.find((copy) => carriesDate(copy, review)) ?? copies[0];
}

function verdict(session: SyncSession, { link, review }: Push, copy: StoreReview | undefined, nowMs: number): Partial<LinkRow> {
  if (copy === undefined) return { intent: null, leaseUntilMs: 0 };
  const ours = carriesDate(copy, review);
  if (samePrints(fingerprints(review.fields), fingerprints(copy.fields), session.store.capabilities.holds)) {
    const set = pushed(session, link, review, copy, nowMs);
    // Another date: its author may have written the same there meanwhile. No run and no removal may ever take that away.
    return ours ? set : { ...set, outcome: 'matched', runAtMs: null, ...happened(link, nowMs, FOUND_SAME) };
  }
  // Edited or hidden on one side since: settle compares it with what was sent.
  return { storeReviewId: copy.id, storeProductId: copy.productId, outcome: ours ? 'created-in-store' : 'matched', leaseUntilMs: 0, dueAtMs: nowMs };
}
