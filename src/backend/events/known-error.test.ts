import { describe, expect, it } from 'vitest';
import { SyncError } from '../../core/sync-error';
import { knownError } from './known-error';

describe('what an event’s handler throws', () => {
  it('is our own error as it is', () => {
    const ours = new SyncError('BUSY');
    expect(knownError(ours)).toBe(ours);
  });

  it.each([[new TypeError('ann@example.com is not a function'), 'TypeError'], ['ann@example.com', 'string']])('says of anything else no more than its kind', (foreign, got) => {
    const known = knownError(foreign);
    expect(known).toMatchObject({ code: 'UNEXPECTED', details: { got } });
    expect(known.message).not.toContain('ann@');
  });
});
