import type { SyncCode } from '../../core/sync-code';
import type { LinkRow } from './tables';

/** One line of a review's history. Words of ours only: no text, name or address of a person. */
export interface Moment {
  /** Epoch ms; of the last time when it happened several times in a row. */
  readonly atMs: number;
  readonly what: string;
  readonly code: SyncCode | null;
  /** In a row. */
  readonly times: number;
}

/** What a row says that is written in more than one place. */
export const FOUND_SAME = 'Found to be the same on both sides';
export const STAYS = 'Stays where it is';
export const FAILED = 'Could not be carried across';
export const COPIED_TO_WIX = 'Copied to Wix';
export const COPIED_TO_STORE = 'Copied to the store';

/** Birth and the newest: enough to explain a review, and small enough to ride along in its row at no call. */
export const KEPT_MOMENTS = 12;

/** What a row says after something happened to its review. */
export function happened({ timeline }: Pick<LinkRow, 'timeline'>, nowMs: number, what: string, code: SyncCode | null = null): Pick<LinkRow, 'lastAtMs' | 'lastEvent' | 'timeline'> {
  return { lastAtMs: nowMs, lastEvent: what, timeline: noted(timeline, { atMs: nowMs, what, code, times: 1 }) };
}

/** A retry that fails the same way for a day is one line. The first line, where the review came from, is never dropped. */
function noted(timeline: readonly Moment[], moment: Moment): readonly Moment[] {
  const last = timeline.at(-1);
  if (last?.what === moment.what && last.code === moment.code) return [...timeline.slice(0, -1), { ...moment, times: last.times + 1 }];
  if (timeline.length < KEPT_MOMENTS) return [...timeline, moment];
  return [...timeline.slice(0, 1), ...timeline.slice(2 - KEPT_MOMENTS), moment];
}
