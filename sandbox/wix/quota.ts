import { ApiError } from './api-error';

const REQUESTS_PER_MINUTE = 200;
const WINDOW_MS = 60_000;

/** Counts the requests of each app instance over the last minute of sandbox time. */
export function createQuota(nowMs: () => number): { spend(instanceId: string): void } {
  const times = new Map<string, number[]>();
  return {
    spend(instanceId) {
      const now = nowMs();
      const recent = (times.get(instanceId) ?? []).filter((at) => at > now - WINDOW_MS);
      times.set(instanceId, recent);
      if (recent.length >= REQUESTS_PER_MINUTE) throw new ApiError(429, 'Too many requests');
      recent.push(now);
    },
  };
}
