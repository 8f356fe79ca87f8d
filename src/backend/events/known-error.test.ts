import { describe, expect, it } from 'vitest';
import { SyncError } from '../../core/sync-error';
import { knownError, throwingKnown } from './known-error';

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

describe('work that an event asks for', () => {
  it('is done before the event is answered', async () => {
    const done: string[] = [];
    await throwingKnown(async () => { done.push('work'); });
    expect(done).toEqual(['work']);
  });

  it('throws our own error as it is, and of anything else no more than its kind', async () => {
    const ours = new SyncError('BUSY');
    await expect(throwingKnown(() => Promise.reject(ours))).rejects.toBe(ours);
    await expect(throwingKnown(() => { throw new TypeError('ann@example.com'); })).rejects.toMatchObject({ code: 'UNEXPECTED', details: { got: 'TypeError' } });
  });
});
