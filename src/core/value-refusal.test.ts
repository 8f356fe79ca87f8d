import { describe, expect, it } from 'vitest';
import { FULL, REVIEW, WOO } from './plan.fixture';
import { FIELDS, SIDES } from './review';
import { bodyMissing, valueRefusal } from './value-refusal';
import { WIX_CAPABILITIES } from './wix-capabilities';

describe('valueRefusal', () => {
  it('refuses nothing of an ordinary review', () => {
    for (const field of FIELDS) for (const on of SIDES) expect(valueRefusal(field, REVIEW, on, FULL)).toBeNull();
  });

  it.each([
    ['title', 3000],
    ['body', 3000],
    ['author', 100],
    ['reply', 1000],
  ] as const)('takes a %s of %d characters and not one more', (field, max) => {
    expect(valueRefusal(field, { ...REVIEW, [field]: 'x'.repeat(max) }, 'wix', WIX_CAPABILITIES)).toBeNull();
    expect(valueRefusal(field, { ...REVIEW, [field]: 'x'.repeat(max + 1) }, 'wix', WIX_CAPABILITIES)).toEqual({
      code: 'FIELD_TOO_LONG',
      on: 'wix',
      field,
      got: `${max + 1} characters`,
      expected: `at most ${max} characters`,
    });
  });

  it('takes the absence of an answer, however little the side takes', () => {
    expect(valueRefusal('reply', { ...REVIEW, reply: null }, 'store', { ...FULL, maxLength: { ...FULL.maxLength, reply: 0 } })).toBeNull();
  });

  it('never quotes the text', () => {
    const refusal = valueRefusal('body', { ...REVIEW, body: 'secret '.repeat(1000) }, 'wix', WIX_CAPABILITIES);
    expect(JSON.stringify(refusal)).not.toContain('secret');
  });

  it('wants stars on Wix only', () => {
    expect(valueRefusal('rating', { ...REVIEW, rating: null }, 'wix', WIX_CAPABILITIES)).toMatchObject({ code: 'RATING_MISSING', on: 'wix', field: 'rating' });
    expect(valueRefusal('rating', { ...REVIEW, rating: null }, 'store', WOO)).toBeNull();
  });

  it('wants words in a store without titles only', () => {
    expect(valueRefusal('body', { ...REVIEW, body: '' }, 'store', WOO)).toEqual(bodyMissing('store'));
    expect(valueRefusal('body', { ...REVIEW, body: '' }, 'store', FULL)).toBeNull();
    expect(valueRefusal('body', { ...REVIEW, body: '' }, 'wix', WIX_CAPABILITIES)).toBeNull();
  });

  it('lets a reply be withdrawn and a title be emptied', () => {
    expect(valueRefusal('reply', { ...REVIEW, reply: null }, 'wix', WIX_CAPABILITIES)).toBeNull();
    expect(valueRefusal('title', { ...REVIEW, title: '' }, 'store', FULL)).toBeNull();
  });
});
