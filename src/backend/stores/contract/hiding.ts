import { describe, expect, it } from 'vitest';
import type { StoreReviewId } from '../../../core/ids';
import type { Bench } from './bench';
import { walk } from './walk';

async function listed(bench: Bench): Promise<readonly StoreReviewId[]> {
  return (await walk((cursor) => bench.store.listReviews(cursor))).map(({ id }) => id);
}

/** Taking reviews out of sight, for a while or into the bin. */
export function hidingContract(bench: Bench): void {
  describe('moderating', () => {
    it('reads back as hidden what was hidden, and as published what was shown again', async () => {
      const created = await bench.create(bench.draft());
      expect((await bench.store.setStatus(created.id, 'hidden')).fields.status).toBe('hidden');
      expect(await bench.store.getReview(created.id)).toEqual({ ...created, fields: { ...created.fields, status: 'hidden' } });
      expect((await bench.store.setStatus(created.id, 'published')).fields.status).toBe('published');
      expect(await bench.store.getReview(created.id)).toEqual(created);
      expect(await listed(bench)).toContain(created.id);
    });

    it('does not keep a review from being found by its author and product', async () => {
      const draft = bench.draft();
      const { id } = await bench.create(draft);
      await bench.store.setStatus(id, 'hidden');
      expect((await bench.store.findReviews(draft.productId, draft.email)).map((one) => one.id)).toEqual([id]);
    });

    it('does no harm when done twice', async () => {
      const { id } = await bench.create(bench.draft());
      await bench.store.setStatus(id, 'hidden');
      expect((await bench.store.setStatus(id, 'hidden')).fields.status).toBe('hidden');
    });

    it('of a review that is not there says so', async () => {
      await expect(bench.store.setStatus(bench.subject.unknownReview, 'hidden')).rejects.toMatchObject({ code: 'STORE_REVIEW_GONE' });
    });
  });

  describe('the bin', () => {
    it('keeps a review readable and off every list', async () => {
      const draft = bench.draft();
      const created = await bench.create(draft);
      await bench.store.trashReview(created.id);
      expect(await bench.store.getReview(created.id)).toMatchObject({ id: created.id, trashed: true, fields: { body: draft.fields.body, status: 'hidden' } });
      expect(await listed(bench)).not.toContain(created.id);
    });

    it('does not keep a review from being found by its author and product', async () => {
      const draft = bench.draft();
      const created = await bench.create(draft);
      await bench.store.trashReview(created.id);
      const [binned] = await bench.store.findReviews(draft.productId, draft.email);
      expect(binned).toMatchObject({ id: created.id, trashed: true });
    });

    it('takes a review twice, and one that was never there', async () => {
      const { id } = await bench.create(bench.draft());
      await bench.store.trashReview(id);
      await expect(bench.store.trashReview(id)).resolves.toBeUndefined();
      await expect(bench.store.trashReview(bench.subject.unknownReview)).resolves.toBeUndefined();
    });
  });
}
