import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { parseEmail } from '../../core/email';
import { brandId, type StoreProductId, type StoreReviewId } from '../../core/ids';
import type { Rating } from '../../core/review';
import type { StoreReview } from '../stores/store';
import type { ConnectionRow } from './tables';
import { urgentFirst } from './urgent-first';

const CONNECTED_AT = '2026-06-01T00:00:00.000Z';
const connection: ConnectionRow = { ...new TestSite().connection(), connectedAt: CONNECTED_AT, alertBelow: 3 };
const BEFORE = '2026-01-01T00:00:00Z';
const SINCE = '2026-06-02T00:00:00Z';

function review(id: string, rating: Rating | null, change: Partial<StoreReview> = {}): StoreReview {
  return {
    id: brandId<StoreReviewId>(id), productId: brandId<StoreProductId>('sp1'), email: parseEmail(`${id}@example.com`), writtenAt: SINCE, trashed: false,
    fields: { title: '', body: 'Words', rating, author: 'Dana', status: 'published', reply: null }, ...change,
  };
}

const order = (newestFirst: readonly StoreReview[], change: Partial<ConnectionRow> = {}): string => urgentFirst({ connection: { ...connection, ...change } }, newestFirst).map(({ id }) => id).join(' ');

describe('the order in which a product’s reviews are met', () => {
  it('is oldest first when nobody waits for any of them', () => {
    expect(order([review('c', 5), review('b', 4), review('a', 3)])).toBe('a b c');
    expect(order([])).toBe('');
  });

  it('has the new ones with few stars before everything else, the oldest of them first', () => {
    expect(order([review('d', 1), review('c', 5), review('b', 2), review('a', 4)])).toBe('b d a c');
  });

  it('leaves what was there before the store was connected where it was', () => {
    expect(order([review('c', 1), review('b', 1, { writtenAt: BEFORE }), review('a', 5, { writtenAt: BEFORE })])).toBe('c a b');
  });

  it.each([['published', 'c a b'], ['pending', 'c a b']] as const)('takes one that is %s for urgent', (status, expected) => {
    const urgent = review('c', 2);
    expect(order([{ ...urgent, fields: { ...urgent.fields, status } }, review('b', 4), review('a', 4)])).toBe(expected);
  });

  it('never puts a review before an earlier one by the same person, since the first is the one that may cross', () => {
    const email = parseEmail('dana@example.com');
    expect(order([review('c', 1, { email }), review('b', 4), review('a', 5, { email })])).toBe('a b c');
    expect(order([review('c', 1, { email }), review('b', 4), review('a', 2, { email })])).toBe('a b c');
  });

  it('does not take two people without an address for one', () => {
    expect(order([review('c', 1, { email: null }), review('b', 4), review('a', 5, { email: null })])).toBe('c a b');
  });

  it('goes by the threshold that the owner chose', () => {
    const page = [review('c', 3), review('b', 2), review('a', 1)];
    expect(order([...page, review('z', 5)], { alertBelow: 2 })).toBe('a z b c');
    expect(order([...page, review('z', 5)], { alertBelow: 4 })).toBe('a b c z');
  });

  it('does not hurry for what is in the bin or has no stars', () => {
    expect(order([review('c', 1, { trashed: true }), review('b', null), review('a', 5)])).toBe('a b c');
  });
});
