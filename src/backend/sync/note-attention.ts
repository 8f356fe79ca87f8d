import { DEFAULT_THRESHOLD, isWaiting, judge, mayMatter, THRESHOLDS, type Look, type Memory, type Threshold, type Verdict } from '../../core/attention';
import { attentionRank } from '../../core/attention-rank';
import { lowestRating } from '../../core/lowest-rating';
import { attentionRowId, closed, raised, UNTOLD_BY_ALL, type AttentionRow } from './attention-row';
import { LEASE_MS } from './lease';
import type { PatchOptions } from './rows';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/** Where a review is, for the row that names it. */
export type Whereabouts = Pick<LinkRow, '_id' | 'birth' | 'wixReviewId' | 'wixProductId' | 'contactId' | 'storeReviewId' | 'storeProductId'>;

/** What is put on record about a review: what was found, and what each side holds by now, our own writes included. */
export interface Noticed {
  readonly where: Whereabouts;
  readonly look: Look;
  readonly held: Look['now'];
  /** Stars at the last look of all; `null` when there was none. */
  readonly before: number | null;
}

/**
 * Puts on record what a look at a review means for the inbox. Returns the row when this invocation has to tell the
 * owner of it. No call for a review that never had few stars; else 1 for a new item, 1 or 2 for a known one.
 */
export async function noteAttention(session: SyncSession, noticed: Noticed): Promise<AttentionRow | null> {
  const { where, look, before } = noticed;
  const id = attentionRowId(session.instanceId, where);
  if (id === null || ![before, look.now.wix?.rating ?? null, look.now.store?.rating ?? null].some(mayMatter)) return null;
  const threshold = thresholdOf(session);
  const rating = ratingOf(noticed.held);
  const first = unlessOvercome(judge(null, look, threshold), rating, threshold);
  // Met for the first time: the row is most likely free, and trying costs no more than asking.
  if (look.known === null && first.kind === 'raised' && (await insert(session, id, noticed, first.why))) return newRow(session, id, noticed, first.why);
  const row = await session.rows.get('attention', id);
  if (row !== null) return change(session, row, noticed, asItStands(unlessOvercome(judge(memoryOf(row), look, threshold), rating, threshold), row, noticed, threshold));
  return first.kind === 'raised' && (await insert(session, id, noticed, first.why)) ? newRow(session, id, noticed, first.why) : null;
}

/** A link whose own review is gone goes on with the other one; what lay on the desk about the first goes with it. 1 or 2 calls. */
export async function noteReplaced({ rows, instanceId, clock }: SyncSession, before: LinkRow): Promise<void> {
  const id = attentionRowId(instanceId, before);
  const row = id === null ? null : await rows.get('attention', id);
  if (row !== null && isWaiting(row)) await rows.patch('attention', row._id, { set: { ...closed(row, 'gone', null, clock.nowMs()), untold: {}, dueAtMs: null, undo: null }, increment: { turn: 1 } });
}

export function thresholdOf({ connection: { alertBelow } }: Pick<SyncSession, 'connection'>): Threshold {
  return THRESHOLDS.find((threshold) => threshold === alertBelow) ?? DEFAULT_THRESHOLD;
}

/** Few stars that gave way to an edit on the other side are nowhere any more: the history keeps them, nobody has to answer. */
function unlessOvercome(verdict: Verdict, rating: number | null, threshold: Threshold): Verdict {
  return verdict.kind === 'raised' && rating !== null && rating >= threshold ? { kind: 'noted' } : verdict;
}

/**
 * A look that found no edit may still find an item that does not fit its review: a side that was never seen before has no
 * edit to be found, and a process that died, or an edit that crossed ours, leaves an item as an earlier look had it. What
 * the owner decided always stays.
 */
function asItStands(verdict: Verdict, row: AttentionRow, { look, held }: Noticed, threshold: Threshold): Verdict {
  if (verdict.kind !== 'none' && verdict.kind !== 'noted') return verdict;
  const rating = ratingOf(held);
  if (isWaiting(row) && rating !== null && rating >= threshold && rating > (row.rating ?? 0)) return { kind: 'closed', as: 'improved' };
  return look.answer === null && !look.isGone && wasClosedInVain(row, held, threshold) ? { kind: 'raised', why: 'edited' } : verdict;
}

/** Closed by itself, for more stars or a deletion, and every side that has the review has few stars all the same. */
export function wasClosedInVain({ state }: Pick<AttentionRow, 'state'>, held: Look['now'], threshold: Threshold): boolean {
  const ratings = [held.wix, held.store].flatMap((side) => side?.rating ?? []);
  return (state === 'improved' || state === 'gone') && ratings.length > 0 && Math.max(...ratings) < threshold;
}

function memoryOf({ state, wixSeen, storeSeen, answer }: AttentionRow): Memory {
  return { state, seen: { wix: wixSeen, store: storeSeen }, answer };
}

async function insert(session: SyncSession, id: string, noticed: Noticed, why: 'new' | 'edited'): Promise<boolean> {
  return (await session.rows.insert('attention', newRow(session, id, noticed, why))) === 'inserted';
}

/** Leased to this invocation, which tells the owner when it is done with the review itself. */
function newRow({ instanceId, clock }: SyncSession, id: string, { where, look, held }: Noticed, why: 'new' | 'edited'): AttentionRow {
  const nowMs = clock.nowMs();
  return {
    _id: id, instanceId, ...placeOf(where), ...raised(ratingOf(held), why, nowMs), wixSeen: held.wix?.print ?? null, storeSeen: held.store?.print ?? null,
    answer: look.answer, crossings: 1, turn: 1, untold: UNTOLD_BY_ALL, dueAtMs: nowMs + LEASE_MS,
  };
}

type Change = PatchOptions<AttentionRow>['set'];

async function change({ rows, clock }: SyncSession, row: AttentionRow, { where, look, held }: Noticed, verdict: Verdict): Promise<AttentionRow | null> {
  const nowMs = clock.nowMs();
  const rating = ratingOf(held) ?? row.rating;
  // A side that cannot be read just now is remembered as it was.
  const seen: Change = { ...placeOf(where), rating, ...(isWaiting(row) ? { openRank: attentionRank(rating, row.raisedAtMs) } : {}), wixSeen: held.wix?.print ?? row.wixSeen, storeSeen: held.store?.print ?? row.storeSeen, answer: look.answer };
  switch (verdict.kind) {
    case 'none':
    case 'noted':
      if (!sameAs(row, seen)) await rows.patch('attention', row._id, { set: seen });
      return null;
    case 'closed':
      await rows.patch('attention', row._id, { set: { ...seen, ...closed(row, verdict.as, null, nowMs), untold: {}, dueAtMs: null, undo: null }, increment: { turn: 1 } });
      return null;
    case 'raised': {
      const set: Change = { ...seen, ...raised(rating, verdict.why, nowMs), untold: UNTOLD_BY_ALL, dueAtMs: nowMs + LEASE_MS };
      const result = await rows.patch('attention', row._id, { set, increment: { turn: 1, crossings: 1 } });
      return result.kind === 'applied' && result.row.turn === row.turn + 1 ? result.row : null;
    }
  }
}

function sameAs(row: AttentionRow, seen: Change): boolean {
  return Object.entries(seen).every(([field, value]) => Reflect.get(row, field) === value);
}

function placeOf({ _id: linkId, birth, wixReviewId, wixProductId, contactId, storeReviewId, storeProductId }: Whereabouts): Omit<Whereabouts, '_id'> & Pick<AttentionRow, 'linkId'> {
  return { linkId, birth, wixReviewId, wixProductId, contactId, storeReviewId, storeProductId };
}

function ratingOf(held: Look['now']): number | null {
  return lowestRating([held.wix?.rating, held.store?.rating]);
}
