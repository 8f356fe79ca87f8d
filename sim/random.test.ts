import { expect, it } from 'vitest';
import { Random } from './random';

const draw = (seed: number) => {
  const random = new Random(seed);
  return Array.from({ length: 50 }, () => random.next());
};

it('gives the same numbers for the same seed and others for another', () => {
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it('stays within the bounds it was given, both included', () => {
  const random = new Random(1);
  const drawn = new Set(Array.from({ length: 200 }, () => random.between(2, 4)));
  expect([...drawn].sort()).toEqual([2, 3, 4]);
});

it('never lets happen what has no chance, and always what is certain', () => {
  const random = new Random(1);
  const draws = Array.from({ length: 100 }, () => [random.chance(0), random.chance(1)]);
  expect(draws.every(([never, always]) => never === false && always === true)).toBe(true);
});

it('refuses to pick from nothing', () => {
  expect(() => new Random(1).pick([])).toThrow(RangeError);
});
