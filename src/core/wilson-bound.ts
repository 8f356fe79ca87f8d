/** Two standard deviations: how sure we are is 95 %. */
const Z = 1.96;

/**
 * The share of helpful votes a review has at least, as far as so few votes can tell (lower bound of Wilson's score
 * interval): 1 of 1 is worth less than 90 of 100. Without votes it is 0.
 */
export function wilsonBound(helpful: number, unhelpful: number): number {
  const yes = atLeastZero(helpful);
  const votes = yes + atLeastZero(unhelpful);
  if (votes === 0) return 0;
  const share = yes / votes;
  const spread = Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * votes)) / votes);
  // Clamped on both sides: rounding may leave a trace of a bound where there is no share at all.
  return Math.min(share, Math.max(0, (share + (Z * Z) / (2 * votes) - spread) / (1 + (Z * Z) / votes)));
}

function atLeastZero(votes: number): number {
  return Number.isFinite(votes) ? Math.max(0, votes) : 0;
}
