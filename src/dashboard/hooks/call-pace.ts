/**
 * How fast a page may go on asking for work. What all pages together may take is held to by the walk itself
 * (`walk-share.ts`); this spreads one page's requests, after a head start that lets a small shop finish at once.
 */
export interface CallPace {
  /** Calls that may be made at once; below zero, they are still to be waited for. */
  readonly credit: number;
  readonly atMs: number;
}

const CALLS_PER_MS = 120 / 60_000;
const HEAD_START_CALLS = 80;
/** What the platform adds to each request of ours, as measured in the built worker. */
const PLATFORM_CALLS = 5;

export function rested(nowMs: number): CallPace {
  return { credit: HEAD_START_CALLS, atMs: nowMs };
}

export function afterCalls({ credit, atMs }: CallPace, calls: number, nowMs: number): CallPace {
  const regained = Math.max(0, nowMs - atMs) * CALLS_PER_MS;
  return { credit: Math.min(HEAD_START_CALLS, credit + regained) - calls - PLATFORM_CALLS, atMs: nowMs };
}

/** Milliseconds until the next request; 0 while there is credit. */
export function waitMs({ credit, atMs }: CallPace, nowMs: number): number {
  return Math.max(0, Math.ceil(atMs - nowMs - Math.min(0, credit) / CALLS_PER_MS));
}
