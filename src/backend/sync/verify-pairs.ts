import { fingerprints } from '../../core/fingerprint';
import type { Side } from '../../core/review';
import { attentionRowId, type AttentionRow } from './attention-row';
import { misfit } from './misfit';
import { samePrints } from './prints';
import type { SyncSession } from './session';
import { paged, type Step } from './step';
import type { LinkRow } from './tables';
import type { Writes } from './writes';

/**
 * Reads up to 100 pairs by their ids on both sides. What changed is marked for `drain`; a side that is missing is only
 * noted, since nothing may follow from an absence before the sweep is complete. A pair whose item of the inbox does not
 * fit it is marked too. 4 calls, up to 7.
 *
 * Limit: rows are paged by id while others change their state, so a pair may be passed over; the next sweep meets it.
 */
export async function verifyPairs(session: SyncSession, cursor: string | null, sweepAtMs: number): Promise<Step> {
  const { rows, wix, store, clock } = session;
  const page = await rows.find('links', { where: { state: 'in-step' }, sort: { by: '_id' }, limit: 100, cursor });
  const pairs = page.rows.filter((link) => link.base !== null && link.wixReviewId !== null && link.storeReviewId !== null);
  const [onWix, inStore, items] = await Promise.all([wix.getReviews(pairs.flatMap(({ wixReviewId }) => wixReviewId ?? [])), store.getReviews(pairs.flatMap(({ storeReviewId }) => storeReviewId ?? [])), itemsOf(session, pairs)]);
  const wixById = new Map(onWix.map((review) => [review.id, review]));
  const storeById = new Map(inStore.map((review) => [review.id, review]));
  const patches: Writes['patch'] = [];
  let absent = 0;
  for (const link of pairs) {
    const [there, here] = [link.wixReviewId === null ? undefined : wixById.get(link.wixReviewId), link.storeReviewId === null ? undefined : storeById.get(link.storeReviewId)];
    if (there !== undefined && here !== undefined) {
      const same = !here.trashed && samePrints(link.wixSeen, fingerprints(there.fields)) && samePrints(link.storeSeen, fingerprints(here.fields));
      const wrong = same ? misfit(session, { link, wix: there, store: here }, items) : {};
      if (wrong !== null && link.dueAtMs === null) patches.push({ id: link._id, set: { ...wrong, dueAtMs: clock.nowMs() } });
      continue;
    }
    absent += 1;
    patches.push({ id: link._id, set: noted(there === undefined ? 'wix' : 'store', sweepAtMs) });
  }
  if (patches.length > 0) await rows.patchMany('links', patches);
  return paged(page.next, { done: pairs.length, absent });
}

/** 1 call, none without pairs. */
async function itemsOf({ rows, instanceId }: SyncSession, pairs: readonly LinkRow[]): Promise<ReadonlyMap<string, AttentionRow>> {
  const ids = pairs.flatMap((link) => attentionRowId(instanceId, link) ?? []);
  const items = ids.length === 0 ? [] : await rows.getMany('attention', ids);
  return new Map(items.map((item) => [item._id, item]));
}

function noted(absentSide: Side, absentIn: number): Partial<LinkRow> {
  return { absentSide, absentIn };
}
