import type { InstanceId } from '../../core/ids';

const WINDOW_MS = 60_000;
/** One person opens no more pages than this in a minute. */
const PER_VISITOR = 60;
/** Wix answers about 200 calls a minute for a site, and sync needs its share. */
const PER_SITE = 150;
/** Beyond so many visitors in one window the oldest are forgotten. */
const MAX_KEYS = 5_000;

/** Answers how long a caller has to wait, in milliseconds; 0 lets it pass. */
export interface VisitorBrake {
  admit(instanceId: InstanceId, visitor: string, nowMs: number): number;
}

interface Window {
  readonly startedMs: number;
  count: number;
}

/**
 * Counts requests per minute in this process's memory, which is all it can see: the platform runs many processes and
 * ends them at will. So it dampens a loop or a crude flood, and nothing relies on it. What a flood could really use up
 * is the site's quota, and that Wix itself enforces.
 */
export function createVisitorBrake(): VisitorBrake {
  const windows = new Map<string, Window>();
  return {
    admit(instanceId, visitor, nowMs) {
      const waitMs = count(windows, `${instanceId} ${visitor}`, PER_VISITOR, nowMs);
      // Who is made to wait asks nothing of the site, and so takes nothing from the others.
      return waitMs > 0 ? waitMs : count(windows, instanceId, PER_SITE, nowMs);
    },
  };
}

function count(windows: Map<string, Window>, key: string, limit: number, nowMs: number): number {
  const known = windows.get(key);
  const window = known === undefined || nowMs - known.startedMs >= WINDOW_MS ? { startedMs: nowMs, count: 0 } : known;
  if (window !== known) {
    windows.delete(key);
    windows.set(key, window);
    forgetOldest(windows);
  }
  window.count += 1;
  return window.count > limit ? window.startedMs + WINDOW_MS - nowMs : 0;
}

function forgetOldest(windows: Map<string, Window>): void {
  if (windows.size <= MAX_KEYS) return;
  const [oldest] = windows.keys();
  if (oldest !== undefined) windows.delete(oldest);
}
