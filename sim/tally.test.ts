import { expect, it } from 'vitest';
import { brandId, type ContactId, type WixProductId } from '../src/core/ids';
import { Tally } from './tally';

const KEY = Tally.key(brandId<WixProductId>('wp1'), brandId<ContactId>('k1'));

it('takes one write for one change on the other side as right', () => {
  const tally = new Tally();
  tally.add(KEY, 'wix', false);
  tally.add(KEY, 'store', true);
  expect(tally.worst().writesPerChange).toBe(1);
});

it('notices a second write for the same change', () => {
  const tally = new Tally();
  tally.add(KEY, 'wix', false);
  tally.add(KEY, 'store', true);
  tally.add(KEY, 'store', true);
  expect(tally.worst()).toEqual({ writesPerChange: 2, key: KEY });
});

it('notices a write that nobody on the other side caused', () => {
  const tally = new Tally();
  tally.add(KEY, 'store', false);
  tally.add(KEY, 'store', true);
  expect(tally.worst().writesPerChange).toBeGreaterThan(1);
});
