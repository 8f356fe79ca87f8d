/** No store is worth waiting longer for in one go, and a broken header must not stop a sync for years. */
const MAX_WAIT_MS = 24 * 60 * 60 * 1000;

/** Reads `Retry-After`, in seconds or as a date; `null` when there is none that makes sense. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const waitMs = /^\d+$/u.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), MAX_WAIT_MS);
}
