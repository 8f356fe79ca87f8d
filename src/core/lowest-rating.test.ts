import { expect, it } from 'vitest';
import { lowestRating } from './lowest-rating';

it.each([
  [[5, 2], 2],
  [[2, 5], 2],
  [[4], 4],
  [[null, 3], 3],
  [[undefined, null, 1], 1],
  [[null, undefined], null],
  [[], null],
])('of %j the fewest stars are %j: a side without stars, or without the review, hides nothing', (ratings, lowest) => {
  expect(lowestRating(ratings)).toBe(lowest);
});
