import { BACKGROUND_CALLS, spentNow, untilFits, usedUp, withSpent } from '../../core/quota-share';
import { retryClass } from '../../core/retry-class';
import type { SyncError } from '../../core/sync-error';
import type { SiteSession } from './session';
import type { RunRow } from './tables';

/** What the platform adds to an invocation of the dashboard, as measured in the built worker; to others it adds less. */
const PLATFORM_CALLS = 5;

/** The most that one tick takes of the site's quota. */
const TICK_CALLS = 20;

/** How much of a minute a walk may have. What it has had is on the run's row, which every tick reads and writes anyway. */
export interface WalkShare {
  readonly calls: number;
}

/** No more than what people wait for can spare. */
export const WALK_SHARE: WalkShare = { calls: BACKGROUND_CALLS };

/** What a walk leaves to a preview: with both under way, the walk goes first. */
export function shareBeside(run: RunRow | null, nowMs: number): WalkShare {
  return { calls: Math.max(0, BACKGROUND_CALLS - spentNow(run?.recentCalls ?? [], nowMs)) };
}

/** Milliseconds until the next tick fits. Whoever asks, from whichever page or from outside, is told the same. */
export function untilTickMs({ recentCalls }: Pick<RunRow, 'recentCalls'>, nowMs: number, share: WalkShare = WALK_SHARE): number {
  if (share.calls < TICK_CALLS) return WHOLE_MINUTE_MS;
  return untilFits(recentCalls ?? [], TICK_CALLS, share.calls, nowMs);
}

const WHOLE_MINUTE_MS = 60_000;

/** What a tick may take is put down before it begins, so that one that dies has paid. */
export function paidAhead({ recentCalls }: RunRow, { clock }: Pick<SiteSession, 'clock'>): Pick<RunRow, 'recentCalls'> {
  return { recentCalls: withSpent(recentCalls ?? [], TICK_CALLS, clock.nowMs()) };
}

/** What it took instead, the record of it included. */
export function settledCalls({ recentCalls }: RunRow, { budget, clock }: Pick<SiteSession, 'budget' | 'clock'>): Pick<RunRow, 'recentCalls'> {
  return { recentCalls: withSpent((recentCalls ?? []).slice(0, -1), budget.spent + 1 + PLATFORM_CALLS, clock.nowMs()) };
}

/** Told to slow down, a walk yields what is left of the minute; what people wait for goes on by the retry schedule. */
export function callsAfter(error: SyncError, run: RunRow, session: Pick<SiteSession, 'budget' | 'clock'>): Pick<RunRow, 'recentCalls'> {
  return retryClass(error.code) === 'throttled' ? { recentCalls: usedUp(session.clock.nowMs(), error.details.retryAfterMs) } : settledCalls(run, session);
}
