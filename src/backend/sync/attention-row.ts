import { attentionRank } from '../../core/attention-rank';
import type { AttentionState } from '../../core/attention';
import type { ContactId, InstanceId, LinkId, StoreProductId, StoreReviewId, WixProductId, WixReviewId } from '../../core/ids';
import { storeLinkId, wixLinkId } from '../../core/link-id';
import type { Side } from '../../core/review';
import { ALERT_CHANNELS, type AlertChannel } from './alert-port';
import type { LinkRow } from './tables';

/** What a verdict changed, kept so that it can be taken back. */
export type BeforeVerdict = Pick<AttentionRow, 'state' | 'reason' | 'openRank' | 'wakeAtMs' | 'changedAtMs' | 'answerMs'>;

export type Untold = Readonly<Partial<Record<AlertChannel, true>>>;

/** Everybody is to be told; each place says by itself when it is switched off. */
export const UNTOLD_BY_ALL: Untold = Object.fromEntries(ALERT_CHANNELS.map((channel) => [channel, true]));

/** A review that somebody had to look at. One row per review, for its whole life; ids, stars and times, nobody's words. */
export interface AttentionRow {
  readonly _id: string;
  readonly instanceId: InstanceId;
  readonly linkId: LinkId;
  readonly birth: Side;
  readonly wixReviewId: WixReviewId | null;
  readonly wixProductId: WixProductId | null;
  readonly contactId: ContactId | null;
  readonly storeReviewId: StoreReviewId | null;
  readonly storeProductId: StoreProductId | null;
  readonly rating: number | null;
  readonly state: AttentionState;
  /** Why it is closed, as its owner chose; or why it is open. */
  readonly reason: string | null;
  /** Prints of the content at the last look, and of the shop's answer. */
  readonly wixSeen: string | null;
  readonly storeSeen: string | null;
  readonly answer: string | null;
  /** Its place in the inbox; `null` when it is closed. See `attention-rank.ts`. */
  readonly openRank: number | null;
  /** A snoozed item is shown again from this moment on; 0 for all others. */
  readonly wakeAtMs: number;
  readonly raisedAtMs: number;
  readonly changedAtMs: number;
  /** From raised to answered; `null` before, and for items closed without an answer. */
  readonly answerMs: number | null;
  /** How often it was raised: names each alert. */
  readonly crossings: number;
  /** Grows with every change that decides something. Whoever's increment gives the number it expected, decided. */
  readonly turn: number;
  /** Channels that this crossing was not told to yet. */
  readonly untold: Untold;
  /** When to try them, epoch ms; `null` when nobody is left to be told. */
  readonly dueAtMs: number | null;
  readonly attempts: number;
  readonly undo: BeforeVerdict | null;
}

/**
 * A review's name in the inbox: where it was written and its id there. Links are renamed when a lonely review finds
 * its pair; this stays, so that it is raised once.
 */
export function attentionRowId(instanceId: InstanceId, { birth, wixReviewId, storeReviewId }: Pick<LinkRow, 'birth' | 'wixReviewId' | 'storeReviewId'>): string | null {
  if (birth === 'store') return storeReviewId === null ? null : storeLinkId(instanceId, storeReviewId);
  return wixReviewId === null ? null : wixLinkId(instanceId, wixReviewId);
}

/** What every way of raising an item sets. */
export function raised(rating: number | null, why: 'new' | 'edited', nowMs: number): Pick<AttentionRow, 'state' | 'reason' | 'rating' | 'openRank' | 'wakeAtMs' | 'raisedAtMs' | 'changedAtMs' | 'answerMs' | 'attempts' | 'undo'> {
  return {
    state: 'open', reason: why, rating, openRank: attentionRank(rating, nowMs), wakeAtMs: 0, raisedAtMs: nowMs, changedAtMs: nowMs,
    answerMs: null, attempts: 0, undo: null,
  };
}

/** What every way of closing one sets. */
export function closed(row: AttentionRow, state: Exclude<AttentionState, 'open' | 'snoozed'>, reason: string | null, nowMs: number): Pick<AttentionRow, 'state' | 'reason' | 'openRank' | 'wakeAtMs' | 'changedAtMs' | 'answerMs'> {
  return { state, reason, openRank: null, wakeAtMs: 0, changedAtMs: nowMs, answerMs: state === 'answered' ? nowMs - row.raisedAtMs : null };
}
