import { describe, expect, it } from 'vitest';
import type { StoreReview } from '../store';
import type { Bench } from './bench';
import { TEXTS } from './texts';

/** The shop's answers: carried, changed and taken away where the store offers it, refused in so many words where not. */
export function repliesContract(bench: Bench): void {
  describe('the shop’s reply', () => {
    takingContract(bench);
    settingContract(bench);
    readingRepliesContract(bench);
  });
}

function offered({ store }: Bench): boolean {
  return store.capabilities.edits.includes('reply');
}

async function replyTo({ store }: Bench, { id }: StoreReview): Promise<string | null | undefined> {
  return (await store.getReview(id))?.fields.reply;
}

function takingContract(bench: Bench): void {
  it('is refused, and no review shows one, where the store does not offer it', async ({ skip }) => {
    if (offered(bench)) skip();
    const review = await bench.create(bench.draft());
    await expect(bench.store.setReply(review, 'Thank you')).rejects.toMatchObject({ code: 'CANNOT_EDIT' });
    expect(await replyTo(bench, review)).toBeNull();
  });

  for (const [name, text] of TEXTS) {
    it(`keeps ${name}`, async ({ skip }) => {
      if (!offered(bench)) skip();
      const review = await bench.create(bench.draft());
      expect(await bench.store.setReply(review, text)).toBe(text);
      expect(await replyTo(bench, review)).toBe(text);
    });
  }
}

function settingContract(bench: Bench): void {
  it('is set over an earlier one, taken away, and set again', async ({ skip }) => {
    if (!offered(bench)) skip();
    const review = await bench.create(bench.draft());
    for (const reply of ['Thank you', 'Thank you very much', null, 'Thank you', null]) {
      expect(await bench.store.setReply(review, reply)).toBe(reply);
      expect(await replyTo(bench, review)).toBe(reply);
    }
  });

  it('is there once, however often the same one is set, and changes nothing else', async ({ skip }) => {
    if (!offered(bench)) skip();
    const review = await bench.create(bench.draft());
    for (let n = 0; n < 3; n += 1) await bench.store.setReply(review, 'Thank you');
    expect(await bench.store.getReview(review.id)).toEqual({ ...review, fields: { ...review.fields, reply: 'Thank you' } });
    // A second copy would come to light now.
    await bench.store.setReply(review, null);
    expect(await replyTo(bench, review)).toBeNull();
  });
}

function readingRepliesContract(bench: Bench): void {
  it('comes with every way of reading a review, each review’s own', async ({ skip }) => {
    if (!offered(bench)) skip();
    const draft = bench.draft();
    const [answered, other] = [await bench.create(draft), await bench.create(bench.draft())];
    await bench.store.setReply(answered, 'Thank you');
    const { product } = bench.subject;
    const read = [
      ...(await bench.store.listReviewsOf(product, null)).items,
      ...(await bench.store.getReviews([answered.id, other.id])),
      ...(await bench.store.findReviews(product, draft.email)),
    ];
    const replies = (id: StoreReview['id']) => new Set(read.filter((one) => one.id === id).map(({ fields }) => fields.reply));
    expect(replies(answered.id)).toEqual(new Set(['Thank you']));
    expect(replies(other.id)).toEqual(new Set([null]));
  });

  it('costs one call more for a page of reviews, and at most two calls to set', async ({ skip }) => {
    if (!offered(bench)) skip();
    const review = await bench.create(bench.draft());
    const { budget, product } = bench.subject;
    const spent = async (work: () => Promise<unknown>): Promise<number> => {
      const before = budget.spent;
      await work();
      return budget.spent - before;
    };
    expect(await spent(() => bench.store.listReviewsOf(product, null))).toBe(2);
    expect(await spent(() => bench.store.setReply(review, 'Thank you'))).toBe(2);
    expect(await spent(() => bench.store.setReply(review, 'Thank you'))).toBe(1);
  });
}
