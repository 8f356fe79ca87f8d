import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmail } from './email';
import { brandId, type InstanceId } from './ids';
import { authorRowId } from './link-id';

const SITE = brandId<InstanceId>('site-1');

describe('parseEmail, by whom an address means', () => {
  it.each([
    ['case', 'Dana@Example.com', 'dana@EXAMPLE.COM'],
    ['blanks around it', ' dana@example.com\r\n', '\tdana@example.com'],
    ['a no-break space around it', '\u00a0dana@example.com', 'dana@example.com\u00a0'],
    ['how its letters are composed', 'jose\u0301@example.com', 'josé@example.com'],
    ['capitals beyond ASCII', 'JOSÉ@example.com', 'josé@example.com'],
  ])('meets two spellings that differ in %s', (_, one, other) => {
    expect(parseEmail(one)).not.toBeNull();
    expect(parseEmail(one)).toBe(parseEmail(other));
  });

  it.each([
    ['a tag', 'dana+shop@example.com', 'dana@example.com'],
    ['dots', 'da.na@example.com', 'dana@example.com'],
    ['the domain', 'dana@example.com', 'dana@mail.example.com'],
    ['an accent', 'josé@example.com', 'jose@example.com'],
  ])('never takes two people for one because of %s', (_, one, other) => {
    expect(parseEmail(one)).not.toBeNull();
    expect(parseEmail(other)).not.toBeNull();
    expect(parseEmail(one)).not.toBe(parseEmail(other));
  });

  it.each([
    'dana@example.com, noa@example.com', 'Dana <dana@example.com>', 'mailto:dana@example.com <x>', 'dana@exam\nple.com', 'dana @example.com', 'dana@@example.com', 'dana@.',
    '@', '.@.', 'x'.repeat(70_000), `${'x'.repeat(70_000)}@example.com`, '<script>@example.com', '"><img src=x>@example.com', 'מייל',
  ])('takes %j for no address', (raw) => {
    expect(parseEmail(raw)).toBeNull();
  });

  it('never gives an address with blanks, brackets, quotes or capitals, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: fc.constantFrom('a', 'B', '@', '.', ' ', '<', '"', '\n', 'é'), maxLength: 20 })), (raw) => {
        const email = parseEmail(raw);
        if (email === null) return;
        expect(email).not.toMatch(/[\s<>"]/u);
        expect(email.split('@')).toHaveLength(2);
        expect(email).toBe(email.toLowerCase());
        expect(email.length).toBeLessThanOrEqual(320);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives one row for all spellings of an author, and another for anybody else', () => {
    const row = (raw: string): string | null => {
      const email = parseEmail(raw);
      return email === null ? null : authorRowId(SITE, email);
    };
    expect(row(' DANA@example.com')).toBe(row('dana@example.com'));
    expect(row('noa@example.com')).not.toBe(row('dana@example.com'));
  });
});
