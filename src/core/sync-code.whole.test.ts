import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advice, type ActionKind } from './advice';
import { retryClass } from './retry-class';
import { SYNC_CODES, type SyncCode } from './sync-code';
import { SyncError } from './sync-error';

/** What the dashboard draws a button or a line for. */
const KINDS: readonly ActionKind[] = ['retry', 'reconnect', 'match-products', 'open-review', 'reload', 'wait', 'contact-support', 'none'];

/** Codes about the address and keys of the store: only who owns them can mend them. */
const CONNECTION: readonly SyncCode[] = ['STORE_URL_INVALID', 'STORE_URL_INSECURE', 'STORE_URL_PRIVATE', 'STORE_NOT_RECOGNISED', 'REPLIES_PASSWORD', 'REPLIES_IGNORED', 'REPLIES_FORBIDDEN', 'STORE_AUTH', 'STORE_FORBIDDEN', 'NOT_CONNECTED', 'OTHER_STORE', 'STORE_MOVED', 'WIX_FORBIDDEN', 'SIGNATURE_INVALID'];

describe.each(SYNC_CODES)('%s, as a merchant meets it', (code) => {
  const { sentence, action } = advice(code);

  it('is one sentence: one full stop, and that at its end', () => {
    expect(sentence.match(/[.!?]/g)).toEqual(['.']);
    expect(sentence.endsWith('.')).toBe(true);
    expect(sentence.split(' ').length).toBeGreaterThanOrEqual(4);
  });

  it('is one action of a kind the dashboard knows, said as something to do', () => {
    expect(KINDS).toContain(action.kind);
    expect(action.label.trim()).toBe(action.label);
    expect(action.label).not.toContain('.');
    expect(action.label).not.toBe(sentence);
  });

  it('does not put the code itself in front of a merchant', () => {
    expect(`${sentence} ${action.label}`).not.toContain(code);
    expect(`${sentence} ${action.label}`).not.toContain(code.replaceAll('_', ' '));
  });

  it('is the same each time it is asked for', () => {
    expect(advice(code)).toEqual({ sentence, action });
  });

  it('begins a message that can be searched for, with shapes after it', () => {
    expect(new SyncError(code, { field: 'body', got: '3 characters', expected: 'at most 2 characters' }).message).toBe(`${code}: body: expected at most 2 characters, got 3 characters`);
  });
});

describe('what is asked of a merchant', () => {
  it('is about the connection for whatever is wrong with it', () => {
    for (const code of CONNECTION) expect([code, advice(code).action.kind]).toEqual([code, 'reconnect']);
    expect(SYNC_CODES.filter((code) => advice(code).action.kind === 'reconnect').toSorted()).toEqual([...CONNECTION].toSorted());
  });

  it('is patience for exactly what goes on by itself, but for what nobody foresaw', () => {
    const waiting = SYNC_CODES.filter((code) => advice(code).action.kind === 'wait');
    const alone = SYNC_CODES.filter((code) => ['transient', 'throttled'].includes(retryClass(code)));
    expect(alone.filter((code) => !waiting.includes(code))).toEqual(['UNEXPECTED']);
    expect(waiting.filter((code) => !alone.includes(code))).toEqual([]);
  });

  it('never says that a review was lost', () => {
    for (const code of SYNC_CODES) expect(advice(code).sentence).not.toMatch(/\b(lost|dropped|discarded|thrown away)\b(?<!nothing was lost)/);
  });
});

describe('SyncError, over any details', () => {
  const shape = fc.option(fc.stringMatching(/^[a-z0-9 ]{1,20}$/), { nil: undefined });

  it('names code, field, what was expected and what came, in that order, each once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SYNC_CODES), shape, shape, shape, (code, field, got, expected) => {
        const error = new SyncError(code, { ...(field === undefined ? {} : { field }), ...(got === undefined ? {} : { got }), ...(expected === undefined ? {} : { expected }) });
        const about = field === undefined ? '' : ` ${field}:`;
        const wanted = expected === undefined ? '' : ` expected ${expected},`;
        const came = got === undefined ? '' : ` got ${got}`;
        expect(`${error.message}|`).toBe(`${`${code}:${about}${wanted}${came}`.replace(/[:,]$/, '')}|`);
        expect(error.message).not.toMatch(/undefined|null|[:,]$/);
      }),
    );
  });

  it('is no other error’s cause and carries nothing but its code and details', () => {
    const error = new SyncError('STORE_AUTH', { got: 'HTTP 401' });
    expect(error.cause).toBeUndefined();
    expect(Object.keys(error).toSorted()).toEqual(['code', 'details', 'name']);
    expect(JSON.parse(JSON.stringify(error))).toEqual({ name: 'SyncError', code: 'STORE_AUTH', details: { got: 'HTTP 401' } });
  });
});
