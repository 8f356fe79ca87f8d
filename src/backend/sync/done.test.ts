import { describe, expect, it } from 'vitest';
import { fingerprint, fingerprints, type Base } from '../../core/fingerprint';
import type { ReviewFields } from '../../core/review';
import { asRead, withStored } from './done';

const BEFORE: ReviewFields = { title: 'Good', body: 'Fits well', rating: 5, author: 'Dana', status: 'published', reply: null };
const BASE: Base = { wix: fingerprints(BEFORE), store: fingerprints(BEFORE) };

describe('the base after a write', () => {
  const stored: ReviewFields = { ...BEFORE, body: 'Runs small &amp; tight', rating: 2, author: 'Somebody else' };

  it.each(['wix', 'store'] as const)('holds what the shop says it stored of the fields we wrote, on that side alone: %s', (on) => {
    const other = on === 'wix' ? 'store' : 'wix';
    const after = withStored(BASE, on, ['body', 'rating'], stored);
    expect(after?.[on]).toEqual({ ...BASE[on], body: fingerprint(stored.body), rating: fingerprint(stored.rating) });
    expect(after?.[other]).toEqual(BASE[other]);
  });

  it('stays as it was in fields we did not write, whatever the answer shows of them', () => {
    expect(withStored(BASE, 'store', ['body'], stored)?.store.author).toBe(BASE.store.author);
    expect(withStored(BASE, 'store', [], stored)).toEqual(BASE);
  });

  it('is not made up where there is none: a pair that was ended stays ended', () => {
    expect(withStored(null, 'wix', ['status'], stored)).toBeNull();
  });

  it('is a new one: the old one can still be compared with', () => {
    withStored(BASE, 'wix', ['body'], stored);
    expect(BASE.wix).toEqual(fingerprints(BEFORE));
  });
});

describe('a review after a write', () => {
  const before = { id: 'r1', revision: '3', fields: BEFORE };
  const answer = { id: 'r1', revision: '4', fields: { ...BEFORE, body: 'Runs small', author: 'Edited meanwhile' } };

  it('shows the fields we wrote as they were stored, and the others as they were read', () => {
    expect(asRead(before, answer, ['body']).fields).toEqual({ ...BEFORE, body: 'Runs small' });
  });

  it('has the new revision, so that our own echo is known for one', () => {
    expect(asRead(before, answer, ['body']).revision).toBe('4');
  });
});
