import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after';

const NOW_MS = Date.UTC(2026, 10, 23, 12);

it.each([
  ['120', 120_000],
  ['0', 0],
  ['Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
  ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
  ['99999999', 86_400_000],
  ['soon', null],
  ['', null],
  [null, null],
])('reads Retry-After %j as %j ms', (header, waitMs) => {
  expect(retryAfterMs(header, NOW_MS)).toBe(waitMs);
});
