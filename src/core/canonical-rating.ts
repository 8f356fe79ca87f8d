import type { Rating } from './review';

const STARS: readonly Rating[] = [1, 2, 3, 4, 5];

/**
 * Whole stars from whatever a shop calls a rating. Stores keep "no stars" as 0 and accept 9 or 4.5; those become
 * `null`, 5 and the nearest whole star (a half goes up).
 */
export function canonicalRating(raw: unknown): Rating | null {
  const value = toNumber(raw);
  if (!Number.isFinite(value) || value <= 0) return null;
  const star = Math.min(5, Math.max(1, Math.round(value)));
  return STARS[star - 1] ?? null;
}

function toNumber(raw: unknown): number {
  if (typeof raw === 'number') return raw;
  return typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : Number.NaN;
}
