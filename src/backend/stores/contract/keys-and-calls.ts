import { describe, expect, it } from 'vitest';
import type { Store } from '../store';
import type { Bench } from './bench';

/** Every method that reads or writes reviews, by name. */
function verbs(bench: Bench): readonly (readonly [string, (store: Store) => Promise<unknown>])[] {
  const { product, unknownReview } = bench.subject;
  const { email } = bench.draft();
  return [
    ['check', (store) => store.check()],
    ['listProducts', (store) => store.listProducts(null)],
    ['getProduct', (store) => store.getProduct(product)],
    ['listReviews', (store) => store.listReviews(null)],
    ['listReviewsOf', (store) => store.listReviewsOf(product, null)],
    ['getReview', (store) => store.getReview(unknownReview)],
    ['getReviews', (store) => store.getReviews([unknownReview])],
    ['findReviews', (store) => store.findReviews(product, email)],
    ['updateReview', (store) => store.updateReview(unknownReview, { rating: 1 })],
    ['setStatus', (store) => store.setStatus(unknownReview, 'hidden')],
    ['trashReview', (store) => store.trashReview(unknownReview)],
    ['createReviews', (store) => store.createReviews([bench.draft()])],
  ];
}

export function keysAndCallsContract(bench: Bench): void {
  describe('keys the store does not know', () => {
    it('are told apart from every other fault, and change nothing', async () => {
      for (const [name, call] of verbs(bench)) {
        await expect(call(bench.subject.stranger), name).rejects.toMatchObject({ code: 'STORE_AUTH' });
      }
    });
  });

  describe('the call budget', () => {
    it('is spent once by every method, whatever comes of it, and at most three times by those that also look where no list does', async () => {
      // Where replies are read with a call of their own, each reading has one more of them.
      const more = bench.store.capabilities.holds.includes('reply') ? 1 : 0;
      for (const [name, call] of verbs(bench).slice(0, -1)) {
        const before = bench.subject.budget.spent;
        await call(bench.store).catch(() => undefined);
        const spent = bench.subject.budget.spent - before;
        expect(spent, name).toBeGreaterThanOrEqual(1);
        expect(spent, name).toBeLessThanOrEqual((name === 'findReviews' || name === 'getReviews' ? 3 : 1) + more);
      }
    });

    it('is spent once for reviews that are all on the list', async () => {
      const { id } = await bench.create(bench.draft());
      const before = bench.subject.budget.spent;
      await bench.store.getReviews([id]);
      expect(bench.subject.budget.spent - before).toBe(bench.store.capabilities.holds.includes('reply') ? 2 : 1);
    });
  });
}
