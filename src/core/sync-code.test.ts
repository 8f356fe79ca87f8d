import { expect, it } from 'vitest';
import { SYNC_CODES } from './sync-code';

it('names every code once, in capitals', () => {
  expect(new Set(SYNC_CODES).size).toBe(SYNC_CODES.length);
  for (const code of SYNC_CODES) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
});
