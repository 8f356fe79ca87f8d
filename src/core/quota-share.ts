/** Wix rations the requests of a site: some 200 a minute, by plan. A quarter is kept for what people wait for. */
export const BACKGROUND_CALLS = 150;

const MINUTE_MS = 60_000;

/** Calls that were made together, and when (epoch ms). */
export interface Spent {
  readonly atMs: number;
  readonly calls: number;
}

/** How many of them count against this minute. Those of a clock that runs ahead count as just made. */
export function spentNow(recent: readonly Spent[], nowMs: number): number {
  return stillCounting(recent, nowMs).reduce((sum, { calls }) => sum + calls, 0);
}

/** What to remember once `calls` more are made. */
export function withSpent(recent: readonly Spent[], calls: number, nowMs: number): readonly Spent[] {
  return [...stillCounting(recent, nowMs), { atMs: nowMs, calls }];
}

/** Milliseconds until `calls` more fit within `share` calls of any minute; 0 when they do now. */
export function untilFits(recent: readonly Spent[], calls: number, share: number, nowMs: number): number {
  const counting = [...stillCounting(recent, nowMs)].sort((a, b) => a.atMs - b.atMs);
  let spent = spentNow(recent, nowMs);
  let waitMs = 0;
  for (const { atMs, calls: freed } of counting) {
    if (spent + calls <= share) break;
    spent -= freed;
    waitMs = atMs + MINUTE_MS - nowMs;
  }
  return waitMs;
}

/** Whoever rations has said no: nothing more for a minute, or for as long as was asked. */
export function usedUp(nowMs: number, retryAfterMs = 0): readonly Spent[] {
  return [{ atMs: nowMs + Math.min(LONGEST_MS, Math.max(0, retryAfterMs - MINUTE_MS)), calls: BACKGROUND_CALLS }];
}

/** A store may ask for a day; the walk asks again before. */
const LONGEST_MS = 14 * MINUTE_MS;

function stillCounting(recent: readonly Spent[], nowMs: number): readonly Spent[] {
  return recent.filter(({ atMs }) => atMs > nowMs - MINUTE_MS);
}
