import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, fingerprints } from './fingerprint';
import { FIELDS, type ReviewFields } from './review';

const REVIEW: ReviewFields = { title: 'Good', body: 'Would buy again 😀', rating: 5, author: 'Dana', status: 'published', reply: null };

describe('fingerprint', () => {
  it('is the same for the same value, and 16 characters long', () => {
    expect(fingerprint('Good')).toBe(fingerprint('Good'));
    expect(fingerprint('x'.repeat(10_000))).toHaveLength(16);
    // Stored rows hold prints: another hash would make every review look changed.
    expect(fingerprint('Good')).toBe('TUt2X21OEp1RedKq');
  });

  it('tells nothing from an empty text, and a number from its digits', () => {
    expect(fingerprint(null)).not.toBe(fingerprint(''));
    expect(fingerprint(5)).not.toBe(fingerprint('5'));
    expect(fingerprint(null)).not.toBe(fingerprint('null'));
  });

  it('differs for different texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fingerprint(a) === fingerprint(b)).toBe(a === b);
      }),
    );
  });

  it('does not contain the text', () => {
    expect(JSON.stringify(fingerprints(REVIEW))).not.toMatch(/Good|Dana|again/);
  });
});

describe('fingerprints', () => {
  it('has one print for each field, of that field alone', () => {
    const prints = fingerprints(REVIEW);
    expect(Object.keys(prints).sort()).toEqual([...FIELDS].sort());
    for (const field of FIELDS) expect(prints[field]).toBe(fingerprint(REVIEW[field]));
  });

  it.each([{ title: 'x' }, { body: 'x' }, { rating: 1 as const }, { author: 'x' }, { status: 'hidden' as const }, { reply: 'x' }])('moves only the print of the field in %j', (change) => {
    const [before, after] = [fingerprints(REVIEW), fingerprints({ ...REVIEW, ...change })];
    expect(FIELDS.filter((field) => before[field] !== after[field])).toEqual(Object.keys(change));
  });
});
