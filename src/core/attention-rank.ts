const DAY_MS = 24 * 60 * 60 * 1000;
const SECOND_MS = 1000;
const STARS_WEIGHT = 100_000;
const DAY_WEIGHT = 1_000_000;

/** Above every rank there will be for the next three thousand years: "has a rank" as a condition an index can answer. */
export const ANY_RANK = 1_000_000 * DAY_WEIGHT;

/**
 * Where an item stands in the inbox, smaller first: the oldest day, within it the fewest stars, then the earliest. One
 * number, because one index on one field has to answer "the first page" however many items there are.
 */
export function attentionRank(rating: number | null, raisedAtMs: number): number {
  const day = Math.floor(raisedAtMs / DAY_MS);
  const second = Math.floor((raisedAtMs - day * DAY_MS) / SECOND_MS);
  return day * DAY_WEIGHT + (rating ?? 0) * STARS_WEIGHT + second;
}
