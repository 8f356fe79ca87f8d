/** The fewest stars among `ratings`, which is what an owner has to know of a review; `null` when none of them has stars. */
export function lowestRating(ratings: readonly (number | null | undefined)[]): number | null {
  const known = ratings.filter((rating) => rating != null);
  return known.length === 0 ? null : Math.min(...known);
}
