import { describe, expect, it } from 'vitest';
import { SYNC_CODES } from './sync-code';
import { isSyncError, SyncError } from './sync-error';

describe('SyncError', () => {
  it.each([
    ['the code alone', new SyncError('STORE_TIMEOUT'), 'STORE_TIMEOUT'],
    ['what came', new SyncError('STORE_SERVER_ERROR', { got: 'HTTP 503' }), 'STORE_SERVER_ERROR: got HTTP 503'],
    ['what was expected', new SyncError('INPUT_INVALID', { expected: 'a number' }), 'INPUT_INVALID: expected a number'],
    ['the field', new SyncError('INPUT_INVALID', { field: 'page' }), 'INPUT_INVALID: page'],
    [
      'all of it',
      new SyncError('FIELD_TOO_LONG', { field: 'body', expected: 'at most 3000 characters', got: '70000 characters' }),
      'FIELD_TOO_LONG: body: expected at most 3000 characters, got 70000 characters',
    ],
  ])('says %s', (_, error, message) => {
    expect(error.message).toBe(message);
  });

  it('keeps code, details and name for those who handle it', () => {
    const error = new SyncError('STORE_RATE_LIMITED', { retryAfterMs: 5000 });
    expect(error).toMatchObject({ name: 'SyncError', code: 'STORE_RATE_LIMITED', details: { retryAfterMs: 5000 } });
    expect(error).toBeInstanceOf(Error);
  });

  it('is told from other errors', () => {
    expect(isSyncError(new SyncError('BUSY'))).toBe(true);
    for (const other of [new Error('BUSY'), { code: 'BUSY' }, 'BUSY', null, undefined]) expect(isSyncError(other)).toBe(false);
  });

  it('begins with its code for every code', () => {
    for (const code of SYNC_CODES) expect(new SyncError(code).message).toBe(code);
  });
});
