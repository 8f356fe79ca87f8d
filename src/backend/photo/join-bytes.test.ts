import { expect, it } from 'vitest';
import { joinBytes } from './join-bytes';

it('keeps order and length, of none as of many, and shares nothing with its parts', () => {
  const part = Uint8Array.of(1, 2);
  const whole = joinBytes([part, new Uint8Array(), Uint8Array.of(3).subarray(0)]);
  expect([...whole]).toEqual([1, 2, 3]);
  part[0] = 9;
  expect(whole[0]).toBe(1);
  expect(joinBytes([]).byteLength).toBe(0);
});
