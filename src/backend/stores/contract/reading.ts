import { describe, expect, it } from 'vitest';
import type { Bench } from './bench';
import { walk } from './walk';

/** Lists, pages and single reviews. */
export function readingContract(bench: Bench): void {
  describe('reading', () => {
    it('finds the store healthy', async () => {
      const { name } = await bench.store.check();
      expect(name).not.toBe('');
    });

    it('reads a review the same way on its own, in the whole list and in its product\'s', async () => {
      const created = await bench.create(bench.draft());
      expect(await bench.store.getReview(created.id)).toEqual(created);
      const all = await walk((cursor) => bench.store.listReviews(cursor));
      expect(all.filter(({ id }) => id === created.id)).toEqual([created]);
      const own = await walk((cursor) => bench.store.listReviewsOf(bench.subject.product, cursor));
      expect(own.filter(({ id }) => id === created.id)).toEqual([created]);
    });

    it('lists one product\'s reviews only, newest first', async () => {
      const first = await bench.create(bench.draft());
      const elsewhere = await bench.create(bench.draft({ productId: bench.subject.otherProduct }));
      const second = await bench.create(bench.draft());
      const ids = (await walk((cursor) => bench.store.listReviewsOf(bench.subject.product, cursor))).map(({ id }) => id);
      expect(ids.indexOf(second.id)).toBeLessThan(ids.indexOf(first.id));
      expect(ids).toContain(first.id);
      expect(ids).not.toContain(elsewhere.id);
    });

    it('has what it was given last first among the newest, whatever date it was given', async () => {
      const first = await bench.create(bench.draft());
      const second = await bench.create(bench.draft({ productId: bench.subject.otherProduct, writtenAt: '2019-05-01T08:00:00.000Z' }));
      const newest = await bench.store.newestReviews();
      expect(newest.slice(0, 2)).toEqual([second, first]);
      expect(newest.length).toBeLessThanOrEqual(100);
    });

    it('finds one author\'s reviews of one product, newest first', async () => {
      const draft = bench.draft();
      const first = await bench.create(draft);
      const second = await bench.create({ ...draft, fields: { ...draft.fields, body: `${draft.fields.body} Again.` } });
      await bench.create(bench.draft());
      await bench.create({ ...draft, productId: bench.subject.otherProduct });
      const found = await bench.store.findReviews(bench.subject.product, draft.email);
      expect(found.map(({ id }) => id)).toEqual([second.id, first.id]);
    });

    it('knows nothing of ids that name nothing', async () => {
      expect(await bench.store.getReview(bench.subject.unknownReview)).toBeNull();
    });
  });
}

/** Many reviews at once, by their ids. */
export function readingManyContract(bench: Bench): void {
  describe('reading many', () => {
    it('reads many by id, the hidden and the binned among them, and leaves out what is not there', async () => {
      const [shown, hidden, binned] = [await bench.create(bench.draft()), await bench.create(bench.draft()), await bench.create(bench.draft())];
      await bench.store.setStatus(hidden.id, 'hidden');
      await bench.store.trashReview(binned.id);
      const read = await bench.store.getReviews([shown.id, hidden.id, binned.id, bench.subject.unknownReview]);
      const byId = new Map(read.map((review) => [review.id, review]));
      expect(byId.size).toBe(3);
      expect(byId.get(shown.id)).toEqual(shown);
      expect(byId.get(hidden.id)).toMatchObject({ trashed: false, fields: { status: 'hidden' } });
      expect(byId.get(binned.id)).toMatchObject({ trashed: true });
      expect(await bench.store.getReviews([])).toEqual([]);
    });
  });
}
