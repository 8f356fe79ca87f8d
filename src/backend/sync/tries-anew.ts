import { isShopShut } from '../../core/shop-is-shut';
import { isDeadLetter } from './dead-letter';
import type { LinkRow } from './tables';

/**
 * Whether a full walk tries a link again that is neither new nor changed: one that was given up, and one put off until
 * later, both once a walk, because who presses the button has mended what was wrong and does not mean to wait for the schedule.
 * What the merchant chose not to carry, and what wrong keys held up until it was given up, is asked again by a run of their own,
 * since they may have chosen otherwise, or renewed the keys.
 */
export function triesAnew(link: LinkRow, { startedAtMs, nowMs, reopens = false }: WalkTimes): boolean {
  // What failed since the walk began has had its try: a page may be met many times while a store is down.
  return link.lastAtMs < startedAtMs && (isDeadLetter(link) || isPutOff(link, nowMs) || (reopens && link.code !== null && (link.code === 'DIRECTION_OFF' || isShopShut(link.code))));
}

/** Epoch milliseconds. */
export interface WalkTimes {
  readonly startedAtMs: number;
  readonly nowMs: number;
  /** The owner started the walk. */
  readonly reopens?: boolean;
}

function isPutOff({ state, attempts, dueAtMs, leaseUntilMs }: LinkRow, nowMs: number): boolean {
  return state === 'waiting' && attempts > 0 && dueAtMs !== null && dueAtMs > nowMs && leaseUntilMs <= nowMs;
}
