import { expect, it } from 'vitest';
import { retryHelps } from './retry-helps';

it('offers to ask again where the answer can change by itself, and nowhere else', () => {
  for (const code of ['STORAGE_NOT_READY', 'WIX_RATE_LIMITED', 'STORE_TIMEOUT', 'UNEXPECTED', undefined] as const) expect(retryHelps(code)).toBe(true);
  for (const code of ['NOT_ALLOWED', 'WIX_FORBIDDEN', 'NOT_CONNECTED'] as const) expect(retryHelps(code)).toBe(false);
});
