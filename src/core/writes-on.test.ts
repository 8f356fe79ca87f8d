import { describe, expect, it } from 'vitest';
import { REVIEW } from './plan.fixture';
import { FIELDS } from './review';
import { writesOn } from './writes-on';

describe('writesOn', () => {
  it('is nothing for no fields', () => {
    expect(writesOn('wix', REVIEW, [])).toEqual([]);
  });

  it('puts all content into one update', () => {
    expect(writesOn('store', REVIEW, ['title', 'body', 'rating', 'author'])).toEqual([
      { kind: 'update', on: 'store', edits: { title: 'Good', body: 'Would buy again', rating: 5, author: 'Dana' } },
    ]);
  });

  it('names only the fields that cross', () => {
    const [op] = writesOn('wix', REVIEW, ['rating']);
    expect(op).toEqual({ kind: 'update', on: 'wix', edits: { rating: 5 } });
    expect(op?.kind === 'update' ? Object.keys(op.edits) : []).toEqual(['rating']);
  });

  it('shows a review last, when everything else is in place', () => {
    expect(writesOn('wix', { ...REVIEW, reply: 'R' }, FIELDS).map(({ kind }) => kind)).toEqual(['update', 'reply', 'moderate']);
  });

  it('hides a review first, before anything else is changed', () => {
    expect(writesOn('wix', { ...REVIEW, reply: 'R', status: 'hidden' }, FIELDS).map(({ kind }) => kind)).toEqual(['moderate', 'update', 'reply']);
  });

  it('never sends a review to moderation', () => {
    expect(writesOn('wix', { ...REVIEW, status: 'pending' }, ['status'])).toEqual([]);
  });
});
