import { fingerprints } from '../../core/fingerprint';
import { retryClass } from '../../core/retry-class';
import type { StoreReview } from '../stores/store';
import { canCross } from './can-cross';
import { markIfEdited } from './due-for-inbox';
import { COPIED_TO_WIX, FAILED, happened, STAYS } from './happened';
import { carriesDate, isCopy } from './is-copy';
import { stateFor } from './link-state';
import { createdBase, owesReply } from './prints';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';
import type { WixCreateResult, WixDraft, WixReview } from './wix-port';
import { noWrites, writeAll, type Writes } from './writes';

/** A link whose intent is on record, and the store review it is for. */
export interface PageCreate {
  readonly link: LinkRow;
  readonly review: StoreReview;
}

/** Creates up to 100 reviews on Wix and records each result. 2 calls, 3 when Wix had some of them already. */
export async function createPage(session: SyncSession, creates: readonly PageCreate[]): Promise<void> {
  const ready = creates.flatMap((create) => {
    const draft = draftOf(session, create);
    return draft === null ? [] : [{ create, draft }];
  });
  const results = await session.wix.createReviews(ready.map(({ draft }) => draft));
  const existing = results.some((result) => result.kind === 'duplicate') ? await findExisting(session, ready.map(({ draft }) => draft)) : [];
  const writes = noWrites();
  ready.forEach(({ create, draft }, index) => {
    const result = results[index];
    if (result !== undefined) recordOne(session, create, draft, result, existing, writes);
  });
  await writeAll(session, writes);
}

function draftOf(session: SyncSession, { link, review }: PageCreate): WixDraft | null {
  const crossing = canCross(session, 'store', review.fields);
  if (crossing.kind === 'kept' || link.wixProductId === null || link.contactId === null) return null;
  return { productId: link.wixProductId, contactId: link.contactId, fields: crossing.fields, writtenAt: review.writtenAt };
}

async function findExisting({ wix }: SyncSession, drafts: readonly WixDraft[]): Promise<readonly WixReview[]> {
  return wix.findReviews([...new Set(drafts.map((draft) => draft.contactId))], [...new Set(drafts.map((draft) => draft.productId))]);
}

function recordOne(session: SyncSession, { link, review }: PageCreate, draft: WixDraft, result: WixCreateResult, existing: readonly WixReview[], writes: Writes): void {
  const nowMs = session.clock.nowMs();
  // `dueAtMs` is left alone: who came by during the create has left a mark there.
  const free = { leaseUntilMs: 0, lastAtMs: nowMs };
  switch (result.kind) {
    case 'created':
      writes.patch.push({ id: link._id, set: { ...free, ...inStep(session, review, result.review), outcome: 'created-on-wix', runAtMs: session.runAtMs ?? null, ...markIfEdited(link.rating, link.storeSeen, review.fields, nowMs), ...happened(link, nowMs, COPIED_TO_WIX) } });
      return;
    case 'duplicate': {
      const found = existing.find((one) => one.contactId === draft.contactId && one.productId === draft.productId);
      if (found !== undefined && isCopy(found, review, session.store.capabilities.holds)) {
        // Whether it was edited since is for `settle` to see: the intent holds what was sent. What carries another date may be
        // its author's own, written there meanwhile: no run and no removal may ever take that away.
        writes.patch.push({ id: link._id, set: { ...free, wixReviewId: found.id, outcome: carriesDate(found, review) ? 'created-on-wix' : 'matched', dueAtMs: nowMs } });
        return;
      }
      const known = found === undefined ? {} : { wixReviewId: found.id, wixSeen: fingerprints(found.fields), wixRevision: found.revision };
      writes.patch.push({ id: link._id, set: { ...free, ...known, intent: null, state: 'skipped', code: 'CONTACT_HAS_REVIEW', ...happened(link, nowMs, STAYS, 'CONTACT_HAS_REVIEW') } });
      return;
    }
    case 'refused': {
      const { code } = result.error;
      const again = retryClass(code) === 'transient' || retryClass(code) === 'throttled';
      writes.patch.push({ id: link._id, set: again ? { ...free, code, dueAtMs: nowMs } : { ...free, intent: null, state: stateFor(code), code, ...happened(link, nowMs, FAILED, code) } });
    }
  }
}

function inStep({ clock, store: { capabilities } }: SyncSession, store: StoreReview, wix: WixReview): Partial<LinkRow> {
  const [wixSeen, storeSeen] = [fingerprints(wix.fields), fingerprints(store.fields)];
  const fields = { wix: wix.fields, store: store.fields };
  const base = createdBase('wix', fields, capabilities.holds);
  return { state: 'in-step', code: null, intent: null, wixReviewId: wix.id, wixRevision: wix.revision, wixSeen, storeSeen, base, ...(owesReply(base, fields) ? { dueAtMs: clock.nowMs() } : {}) };
}
