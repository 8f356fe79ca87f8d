/** A run that would do more than this stops and asks: a store restored from a backup looks like a thousand deletions. */
export const MASS_CHANGE = { share: 0.3, most: 500, always: 5 } as const;

/**
 * Whether `changes` out of `reviews` are so many that a person should look first. A handful never is: in a shop with
 * eight reviews, three edits are an ordinary evening. Throws a `RangeError` for anything that is not a count.
 */
export function isMassChange(changes: number, reviews: number): boolean {
  for (const [name, count] of Object.entries({ changes, reviews })) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Expected ${name} to be a whole number from 0, got ${count}`);
  }
  const { share, most, always } = MASS_CHANGE;
  return changes > always && (changes > most || changes > share * reviews);
}
