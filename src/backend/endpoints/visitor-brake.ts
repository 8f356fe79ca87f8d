import type { InstanceId } from '../../core/ids';

const WINDOW_MS = 60_000;
/** One person opens no more pages than this pays for in a minute. */
const PER_VISITOR = 60;
/** Wix answers about 200 calls a minute for a site, and sync needs its share. */
const PER_SITE = 150;
/** Beyond so many visitors in one window the oldest are forgotten. */
const MAX_KEYS = 5_000;

export interface VisitorBrake {
  /** How long somebody has to wait, in milliseconds, until so many calls may be made for them; 0: they are theirs. */
  admit(instanceId: InstanceId, visitor: string, calls: number, nowMs: number): number;
  /** Of the calls admitted at that moment, those that were not made. */
  giveBack(instanceId: InstanceId, visitor: string, calls: number, admittedMs: number): void;
}

interface Window {
  readonly startedMs: number;
  calls: number;
}

/**
 * Counts calls to Wix per minute in this process's memory, which is all it can see: the platform runs many processes and
 * ends them at will. So it dampens a loop or a crude flood, and nothing relies on it. What a flood could really use up
 * is the site's quota, and that Wix itself enforces.
 */
export function createVisitorBrake(perVisitor = PER_VISITOR): VisitorBrake {
  // Kept apart, or a crowd of visitors would have their site's own count forgotten.
  const visitors = new Map<string, Window>();
  const sites = new Map<string, Window>();
  const keyOf = (instanceId: InstanceId, visitor: string): string => `${instanceId} ${visitor}`;
  return {
    admit(instanceId, visitor, calls, nowMs) {
      const own = windowOf(visitors, keyOf(instanceId, visitor), nowMs);
      const shared = windowOf(sites, instanceId, nowMs);
      const waitMs = Math.max(wait(own, calls, perVisitor, nowMs), wait(shared, calls, PER_SITE, nowMs));
      // Who is made to wait asks nothing of the site, and so takes nothing from the others.
      if (waitMs > 0) return waitMs;
      own.calls += calls;
      shared.calls += calls;
      keep(visitors, keyOf(instanceId, visitor), own);
      keep(sites, instanceId, shared);
      return 0;
    },
    giveBack(instanceId, visitor, calls, admittedMs) {
      for (const window of [visitors.get(keyOf(instanceId, visitor)), sites.get(instanceId)]) {
        // Another minute's count knows nothing of them.
        if (window !== undefined && window.startedMs <= admittedMs) window.calls = Math.max(0, window.calls - calls);
      }
    },
  };
}

/** For a scheduler, which comes for the site itself: all of the site's share is its own. */
export function createTickBrake(): VisitorBrake {
  return createVisitorBrake(PER_SITE);
}

function windowOf(windows: ReadonlyMap<string, Window>, key: string, nowMs: number): Window {
  const known = windows.get(key);
  return known === undefined || nowMs - known.startedMs >= WINDOW_MS ? { startedMs: nowMs, calls: 0 } : known;
}

function wait({ startedMs, calls }: Window, more: number, limit: number, nowMs: number): number {
  return calls + more > limit ? startedMs + WINDOW_MS - nowMs : 0;
}

function keep(windows: Map<string, Window>, key: string, window: Window): void {
  if (windows.get(key) === window) return;
  windows.delete(key);
  windows.set(key, window);
  if (windows.size <= MAX_KEYS) return;
  const [oldest] = windows.keys();
  if (oldest !== undefined) windows.delete(oldest);
}
