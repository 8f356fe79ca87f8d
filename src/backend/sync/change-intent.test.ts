import { describe, expect, it } from 'vitest';
import type { Op } from '../../core/plan-types';
import { isChange, writtenBy } from './change-intent';

const edit: Op = { kind: 'update', on: 'wix', edits: { body: 'Runs small', rating: 2 } };
const hide: Op = { kind: 'moderate', on: 'store', status: 'hidden' };
const answer: Op = { kind: 'reply', on: 'wix', reply: null };

describe('a change', () => {
  it.each([edit, hide, answer])('is a write to a review that is there: $kind', (op) => {
    expect(isChange(op)).toBe(true);
  });

  it('is neither a create nor a delete', () => {
    expect(isChange({ kind: 'delete', on: 'store' })).toBe(false);
    const fields = { title: '', body: 'Fits', rating: 5, author: 'Dana', status: 'published', reply: null } as const;
    expect(isChange({ kind: 'create', on: 'wix', fields })).toBe(false);
  });

  it('names just the fields it writes', () => {
    expect(writtenBy({ kind: 'update', on: 'wix', edits: { rating: 2, body: 'Runs small' } })).toEqual(['body', 'rating']);
    expect(writtenBy({ kind: 'moderate', on: 'store', status: 'hidden' })).toEqual(['status']);
    expect(writtenBy({ kind: 'reply', on: 'wix', reply: null })).toEqual(['reply']);
  });
});
