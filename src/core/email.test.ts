import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmail } from './email';

describe('parseEmail', () => {
  it.each([
    ['dana@example.com', 'dana@example.com'],
    ['  Dana@Example.COM ', 'dana@example.com'],
    ['dana+shop@mail.example.co.uk', 'dana+shop@mail.example.co.uk'],
    ['o\u2019neil@example.com', 'o\u2019neil@example.com'],
    ['rene\u0301@example.com', 'ren\u00e9@example.com'],
  ])('reads %j as %j', (raw, email) => {
    expect(parseEmail(raw)).toBe(email);
  });

  it.each([null, undefined, '', ' ', 'dana', 'dana@', '@example.com', 'dana@example', 'a b@example.com', 'a@b@example.com', '<dana@example.com>', '"d"@example.com'])(
    '%j is no address',
    (raw) => {
      expect(parseEmail(raw)).toBeNull();
    },
  );

  it('takes 320 characters and not one more', () => {
    const domain = '@example.com';
    expect(parseEmail('d'.repeat(320 - domain.length) + domain)).not.toBeNull();
    expect(parseEmail('d'.repeat(321 - domain.length) + domain)).toBeNull();
  });

  it('gives the same address for every spelling of it', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const email = parseEmail(address);
        if (email === null) return;
        expect(parseEmail(` ${address.toUpperCase()}\n`)).toBe(email);
        expect(parseEmail(email)).toBe(email);
      }),
    );
  });

  it('takes linear time over a long text', () => {
    const startMs = performance.now();
    expect(parseEmail(`${'a.'.repeat(100_000)}@`)).toBeNull();
    expect(parseEmail('a@'.repeat(100))).toBeNull();
    expect(performance.now() - startMs).toBeLessThan(500);
  });
});
