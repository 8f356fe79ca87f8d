import { isShopShut } from '../../core/shop-is-shut';
import { isDeadLetter } from './dead-letter';
import type { LinkRow } from './tables';

/**
 * Whether a full walk tries a link again that is neither new nor changed: one that was given up, and one put off until
 * later, both once a walk, because who presses the button has mended what was wrong and does not mean to wait for the schedule.
 * What the merchant chose not to carry, what wrong keys held up until it was given up, and what the store took for a repetition is
 * asked again by a run of their own, since they may have chosen otherwise, renewed the keys, or thrown away what stood in the way.
 */
export function triesAnew(link: LinkRow, { startedAtMs, nowMs, reopens = false }: WalkTimes): boolean {
  // What failed since the walk began has had its try: a page may be met many times while a store is down.
  return link.lastAtMs < startedAtMs && (isDeadLetter(link) || isPutOff(link, nowMs) || (reopens && mayHavePassed(link)));
}

/** Epoch milliseconds. */
export interface WalkTimes {
  readonly startedAtMs: number;
  readonly nowMs: number;
  /** The owner started the walk. */
  readonly reopens?: boolean;
}

function mayHavePassed({ code }: LinkRow): boolean {
  return code === 'DIRECTION_OFF' || code === 'STORE_REVIEW_DUPLICATE' || (code !== null && isShopShut(code));
}

function isPutOff({ state, attempts, dueAtMs, leaseUntilMs }: LinkRow, nowMs: number): boolean {
  return state === 'waiting' && attempts > 0 && dueAtMs !== null && dueAtMs > nowMs && leaseUntilMs <= nowMs;
}
