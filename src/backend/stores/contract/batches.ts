import { describe, expect, it } from 'vitest';
import type { StoreReviewId } from '../../../core/ids';
import type { CreateResult } from '../store';
import type { Bench } from './bench';
import { walk } from './walk';

const PAGE = 100;

function kinds(bench: Bench, results: readonly CreateResult[]): string[] {
  for (const result of results) if (result.kind === 'created') bench.track(result.review);
  return results.map(({ kind }) => kind);
}

/** Many drafts at once, and drafts that cannot be created. */
export function batchContract(bench: Bench): void {
  describe('batches', () => {
    it('call the second copy of a review a duplicate, which can then be found', async () => {
      const plain = bench.draft();
      const draft = { ...plain, fields: { ...plain.fields, author: "O'Neil & Co", body: `${plain.fields.body} I <3 it & "that": 7 > 6` } };
      const created = await bench.create(draft);
      expect(kinds(bench, await bench.store.createReviews([draft]))).toEqual(['duplicate']);
      expect((await bench.store.findReviews(draft.productId, draft.email)).map(({ id }) => id)).toEqual([created.id]);
    });

    it('create every draft that can be, whatever becomes of its neighbours', async () => {
      const known = bench.draft();
      await bench.create(known);
      const drafts = [bench.draft(), bench.draft({ productId: bench.subject.unknownProduct }), known, bench.draft()];
      expect(kinds(bench, await bench.store.createReviews(drafts))).toEqual(['created', 'refused', 'duplicate', 'created']);
    });

    it('take a hundred in one call, and a walk meets each of them once', async () => {
      const drafts = Array.from({ length: PAGE }, () => bench.draft());
      const before = bench.subject.budget.spent;
      const results = await bench.store.createReviews(drafts);
      expect(bench.subject.budget.spent - before).toBe(1);
      expect(new Set(kinds(bench, results))).toEqual(new Set(['created']));
      const created = results.flatMap((result): StoreReviewId[] => (result.kind === 'created' ? [result.review.id] : []));
      await bench.create(bench.draft());
      const walked = (await walk((cursor) => bench.store.listReviewsOf(bench.subject.product, cursor))).map(({ id }) => id);
      expect(walked.length).toBeGreaterThan(PAGE);
      expect(new Set(walked).size).toBe(walked.length);
      expect(walked.filter((id) => created.includes(id))).toEqual([...created].reverse());
    });

    it('take no more than a hundred', async () => {
      const drafts = Array.from({ length: PAGE + 1 }, () => bench.draft());
      await expect(bench.store.createReviews(drafts)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });
  });
}
