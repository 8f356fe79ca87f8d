import { describe, expect, it } from 'vitest';
import type { Field, ReviewFields } from '../../../core/review';
import type { StoreReview } from '../store';
import type { Bench } from './bench';
import { TEXTS } from './texts';

/** The fields the store can hold, which are all that must come back. */
function held(bench: Bench, fields: ReviewFields): Partial<Record<Field, ReviewFields[Field]>> {
  return Object.fromEntries(bench.store.capabilities.holds.map((field) => [field, fields[field]]));
}

async function reread(bench: Bench, { id }: StoreReview): Promise<StoreReview> {
  const review = await bench.store.getReview(id);
  if (review === null) throw new Error('Expected the review to be there, it is not');
  return review;
}

/** Creating and changing, with texts that stores are known to spoil. */
export function writingContract(bench: Bench): void {
  describe('creating', () => {
    it.each(TEXTS)('keeps %s', async (_, text) => {
      const draft = bench.draft();
      const fields = { ...draft.fields, body: `${text}\n${draft.fields.body}` };
      const created = await bench.create({ ...draft, fields });
      expect(held(bench, created.fields)).toEqual(held(bench, fields));
      expect(await reread(bench, created)).toEqual(created);
    });

    it.each(["Ann O'Neil & Co", 'דנה לוי', '"Z" \u{1F600}'])('keeps the name %s', async (author) => {
      const created = await bench.create(bench.draft({ fields: { author } }));
      expect((await reread(bench, created)).fields.author).toBe(author);
    });

    it('keeps address and product, and the date it was written to the second', async () => {
      const draft = bench.draft({ writtenAt: '2019-12-31T23:59:58.765Z' });
      const review = await reread(bench, await bench.create(draft));
      expect(review).toMatchObject({ email: draft.email, productId: draft.productId, trashed: false });
      expect(new Date(review.writtenAt).toISOString().slice(0, 19)).toBe('2019-12-31T23:59:58');
    });

    it.each([1, 2, 3, 4, 5] as const)('keeps %d stars', async (rating) => {
      const created = await bench.create(bench.draft({ fields: { rating } }));
      expect((await reread(bench, created)).fields.rating).toBe(rating);
    });
  });

  describe('updating', () => {
    it.each(TEXTS)('keeps %s', async (_, text) => {
      const created = await bench.create(bench.draft());
      const updated = await bench.store.updateReview(created.id, { body: text });
      expect(updated.fields).toEqual({ ...created.fields, body: text });
      expect(await reread(bench, created)).toEqual(updated);
    });

    it('changes nothing but what it was asked to', async () => {
      const created = await bench.create(bench.draft());
      await bench.store.updateReview(created.id, { rating: 1 });
      await bench.store.updateReview(created.id, { author: 'Noa Bar' });
      expect(await reread(bench, created)).toEqual({ ...created, fields: { ...created.fields, rating: 1, author: 'Noa Bar' } });
    });

    it('of a review that is not there says so', async () => {
      await expect(bench.store.updateReview(bench.subject.unknownReview, { rating: 1 })).rejects.toMatchObject({ code: 'STORE_REVIEW_GONE' });
    });
  });
}
