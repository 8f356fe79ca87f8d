import { lowestRating } from './lowest-rating';
import { SIDES, type Rating, type Side } from './review';

/** Where an item of the inbox stands. `snoozed` comes back by itself; the last four are done with. */
export type AttentionState = 'open' | 'snoozed' | 'answered' | 'resolved' | 'dismissed' | 'improved' | 'gone';

/** What a review that somebody has to look at is remembered by. Prints, never words. */
export interface Memory {
  readonly state: AttentionState;
  /** Content as it was at the last look or as we wrote it since; `null`: not on that side yet. */
  readonly seen: Readonly<Record<Side, string | null>>;
  /** Print of the shop's answer, `null` while there is none. */
  readonly answer: string | null;
}

export interface SideNow {
  readonly print: string;
  readonly rating: Rating | null;
}

/** A review as both shops hold it right now, and what the engine knew of it before. */
export interface Look {
  readonly now: Readonly<Record<Side, SideNow | null>>;
  /** What the engine last saw or wrote; `null` when it meets the review for the first time. */
  readonly known: Readonly<Record<Side, string | null>> | null;
  /** A side whose content may be a write of ours that was not recorded, and what we wrote. */
  readonly ours: Readonly<Record<Side, string | null>>;
  readonly answer: string | null;
  /** Written after the shop was connected; everything older is history and comes with the backfill. */
  readonly isLive: boolean;
  /** Deleted on purpose where it was written. */
  readonly isGone: boolean;
}

export type Verdict =
  | { readonly kind: 'none' }
  /** Nobody has to be told, but what was seen has changed. */
  | { readonly kind: 'noted' }
  | { readonly kind: 'raised'; readonly why: 'new' | 'edited' }
  | { readonly kind: 'closed'; readonly as: 'improved' | 'answered' | 'gone' };

/** Thresholds a shop can choose: an item is raised by fewer stars than this. */
export const THRESHOLDS = [2, 3, 4] as const;
export type Threshold = (typeof THRESHOLDS)[number];
export const DEFAULT_THRESHOLD: Threshold = 3;
/** Hours that an item may wait, unless its owner says otherwise. */
export const USUAL_OVERDUE_HOURS = 24;
const HIGHEST = 4;

/** Whether a rating can matter under any threshold: for all others nothing is read. */
export function mayMatter(rating: number | null): boolean {
  return rating !== null && rating < HIGHEST;
}

/**
 * What one look at a review means for the inbox. Only a person's words raise an item: a review written while we
 * watch, or one whose content changed since the last look other than by our own hand. So a repeated, late or missing
 * event, a moderator's click, an echo and a backfill raise nothing. A review without stars raises nothing either.
 */
export function judge(memory: Memory | null, look: Look, threshold: Threshold): Verdict {
  if (look.isGone) return memory !== null && isWaiting(memory) ? { kind: 'closed', as: 'gone' } : { kind: 'none' };
  const edited = SIDES.filter((side) => wasEdited(side, memory, look));
  if (edited.length > 0) return afterEdit(memory, lowest(edited, look), threshold);
  if (memory === null) return isNews(look, threshold) ? { kind: 'raised', why: 'new' } : { kind: 'none' };
  if (look.answer !== null && look.answer !== memory.answer && isWaiting(memory)) return { kind: 'closed', as: 'answered' };
  if (isWaiting(memory) && isFine(lowest(SIDES, look), threshold)) return { kind: 'closed', as: 'improved' };
  return differs(memory, look) ? { kind: 'noted' } : { kind: 'none' };
}

/** Still on the owner's desk, now or later. */
export function isWaiting({ state }: Pick<Memory, 'state'>): boolean {
  return state === 'open' || state === 'snoozed';
}

function afterEdit(memory: Memory | null, rating: number | null, threshold: Threshold): Verdict {
  if (isLow(rating, threshold)) return memory?.state === 'open' ? { kind: 'noted' } : { kind: 'raised', why: 'edited' };
  if (memory === null) return { kind: 'none' };
  return isWaiting(memory) ? { kind: 'closed', as: 'improved' } : { kind: 'noted' };
}

function isNews(look: Look, threshold: Threshold): boolean {
  return look.isLive && look.answer === null && isLow(lowest(SIDES, look), threshold);
}

function wasEdited(side: Side, memory: Memory | null, { now, known, ours }: Look): boolean {
  const print = now[side]?.print;
  if (print === undefined || print === ours[side]) return false;
  const before = memory === null ? (known?.[side] ?? null) : memory.seen[side];
  return before !== null && before !== print;
}

function differs(memory: Memory, { now, answer }: Look): boolean {
  return answer !== memory.answer || SIDES.some((side) => now[side] !== null && now[side].print !== memory.seen[side]);
}

/** `null` when none of `sides` has stars. */
function lowest(sides: readonly Side[], { now }: Look): number | null {
  return lowestRating(sides.map((side) => now[side]?.rating));
}

function isLow(rating: number | null, threshold: Threshold): boolean {
  return rating !== null && rating < threshold;
}

function isFine(rating: number | null, threshold: Threshold): boolean {
  return rating !== null && rating >= threshold;
}
