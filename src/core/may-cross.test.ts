import { expect, it } from 'vitest';
import { mayCross } from './may-cross';

it.each([
  ['both', true, true],
  ['to-wix', true, false],
  ['to-store', false, true],
  ['off', false, false],
] as const)('direction %s lets a field onto Wix: %s, into the store: %s', (direction, ontoWix, intoStore) => {
  expect(mayCross(direction, 'wix')).toBe(ontoWix);
  expect(mayCross(direction, 'store')).toBe(intoStore);
});
