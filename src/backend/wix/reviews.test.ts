import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { brandId, type ContactId, type WixProductId, type WixReviewId } from '../../core/ids';
import type { WixDraft } from '../sync/wix-port';
import { FakeWix, wireReview } from './testing/fake-wix';
import { createWixPort } from './wix-port';

const REVIEW = brandId<WixReviewId>('review-1');
const ORGANIC = 'Updating reviews of origin ORGANIC is not allowed';

const draft = (n: number, rating: WixDraft['fields']['rating'] = 5): WixDraft => ({
  productId: brandId<WixProductId>(`product-${n}`), contactId: brandId<ContactId>(`contact-${n}`), writtenAt: '2025-01-02T03:04:05.000Z',
  fields: { title: '', body: `body ${n}`, rating, author: 'Ann', status: 'published', reply: null },
});

describe('reviews on Wix', () => {
  let wix: FakeWix;
  beforeEach(() => {
    wix = new FakeWix();
    vi.stubGlobal('fetch', wix.fetch);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('reads a review in canonical form, unpublished ones too', async () => {
    wix.answer({ review: wireReview() });
    expect(await createWixPort(wix.access()).getReview(REVIEW)).toEqual({
      id: 'review-1', productId: 'product-1', contactId: 'contact-1', revision: '3', writtenAt: '2025-12-24T08:00:00.000Z',
      fields: { title: 'Fish & chips', body: 'Good', rating: 4, author: 'Ann Lee', status: 'published', reply: null },
    });
    expect(wix.sent[0]).toMatchObject({ method: 'GET', path: '/reviews/v1/reviews/review-1' });
  });

  it('takes a missing review for none, and counts one call for it', async () => {
    wix.refuse(404, 'NOT_FOUND');
    const access = wix.access();
    expect(await createWixPort(access).getReview(REVIEW)).toBeNull();
    expect(access.budget.spent).toBe(1);
  });

  it('exchanges the token outside the budget', async () => {
    wix.answer({ review: wireReview() }).answer({ review: wireReview() });
    const access = wix.access();
    await createWixPort(access).getReview(REVIEW);
    await createWixPort(access).getReview(REVIEW);
    expect([wix.tokens, access.budget.spent]).toEqual([1, 2]);
  });

  it('exchanges one token for calls that start at the same moment', async () => {
    wix.answer({ review: wireReview() }).answer({ review: wireReview() });
    const port = createWixPort(wix.access());
    await Promise.all([port.getReview(REVIEW), port.getReview(REVIEW)]);
    expect(wix.tokens).toBe(1);
  });

  it('pages oldest first with 100 each, and sends a cursor without the filter it carries', async () => {
    wix.answer({ reviews: [wireReview()], metadata: { cursors: { next: 'C2' } } }).answer({ reviews: [], metadata: { cursors: {} } });
    const port = createWixPort(wix.access());
    const first = await port.listReviews(null);
    expect((await port.listReviews(first.next)).next).toBeNull();
    expect(wix.sent.map(({ body }) => body)).toEqual([
      { returnPrivateReviews: true, query: { filter: { namespace: 'stores' }, sort: [{ fieldName: 'createdDate', order: 'ASC' }], cursorPaging: { limit: 100 } } },
      { returnPrivateReviews: true, query: { cursorPaging: { limit: 100, cursor: 'C2' } } },
    ]);
  });

  it('asks for the newest by the day Wix was given them, in one page', async () => {
    wix.answer({ reviews: [wireReview()], metadata: { cursors: { next: 'C2' } } });
    expect(await createWixPort(wix.access()).newestReviews()).toHaveLength(1);
    expect(wix.sent.map(({ body }) => body)).toEqual([
      { returnPrivateReviews: true, query: { filter: { namespace: 'stores' }, sort: [{ fieldName: 'createdDate', order: 'DESC' }], cursorPaging: { limit: 100 } } },
    ]);
  });

  it('finds reviews by author and product to the last page', async () => {
    wix.answer({ reviews: [wireReview()], metadata: { cursors: { next: 'C2' } } }).answer({ reviews: [wireReview({ id: 'review-2' })] });
    const found = await createWixPort(wix.access()).findReviews([brandId('contact-1')], [brandId('product-1')]);
    expect(found.map(({ id }) => id)).toEqual(['review-1', 'review-2']);
    expect(wix.sent[0]?.body).toMatchObject({ query: { filter: { entityId: { $in: ['product-1'] }, 'author.contactId': { $in: ['contact-1'] } } } });
  });

  it('asks for reviews by id in one call, and for none in no call', async () => {
    wix.answer({ reviews: [wireReview()] });
    const port = createWixPort(wix.access());
    expect(await port.getReviews([])).toEqual([]);
    expect(await port.getReviews([REVIEW])).toHaveLength(1);
    expect(wix.sent.map(({ body }) => body)).toMatchObject([{ query: { filter: { id: { $in: ['review-1'] } } } }]);
  });

  it('says null when there are too many reviews to count', async () => {
    wix.answer({ count: 12 }).refuse(400, 'TOO_MANY_TO_COUNT');
    const port = createWixPort(wix.access());
    expect([await port.countReviews(), await port.countReviews()]).toEqual([12, null]);
    expect(wix.sent[0]?.body).toEqual({ filter: { namespace: 'stores' }, includePrivateReviews: true });
  });

  it('tells the result of every draft, in order, even where Wix answers out of order', async () => {
    wix.answer({ results: [
      { itemMetadata: { originalIndex: 2, success: false, error: { code: 'ORGANIC_REVIEW', description: ORGANIC } } },
      { itemMetadata: { originalIndex: 1, success: false, error: { code: 'REVIEW_ALREADY_EXISTS' } } },
      { itemMetadata: { originalIndex: 0, success: true }, review: wireReview() },
    ] });
    const drafts = [draft(1), draft(2, null), draft(3), draft(4)];
    const results = await createWixPort(wix.access()).createReviews(drafts);
    expect(results.map((result) => (result.kind === 'refused' ? result.error.code : result.kind))).toEqual(['created', 'RATING_MISSING', 'duplicate', 'WIX_ORGANIC_REFUSED']);
    expect(drafts[0]).toEqual(draft(1));
    expect(wix.sent[0]?.body).toMatchObject({ returnEntity: true, reviews: [
      { namespace: 'stores', entityId: 'product-1', author: { contactId: 'contact-1', authorName: 'Ann' }, content: { rating: 5, body: 'body 1' }, reviewDate: '2025-01-02T03:04:05.000Z' },
      { entityId: 'product-3' }, { entityId: 'product-4' },
    ] });
  });

  it('takes a refused batch of one for a duplicate, and a refused larger one for a failure', async () => {
    wix.refuse(409, 'WHATEVER').refuse(409, 'WHATEVER');
    const port = createWixPort(wix.access());
    expect(await port.createReviews([draft(1)])).toEqual([{ kind: 'duplicate' }]);
    await expect(port.createReviews([draft(1), draft(2)])).rejects.toMatchObject({ code: 'WIX_REVISION_STALE' });
  });

  it('refuses a draft Wix keeps silent about', async () => {
    wix.answer({ results: [] });
    expect(await createWixPort(wix.access()).createReviews([draft(1)])).toMatchObject([{ kind: 'refused', error: { code: 'WIX_SERVER_ERROR' } }]);
  });

  it('updates the edited fields alone', async () => {
    wix.answer({ review: wireReview({ revision: '4' }) });
    const review = await createWixPort(wix.access()).updateReview(REVIEW, '3', { title: 'New', author: 'Bo' });
    expect(review.revision).toBe('4');
    expect(wix.sent[0]).toEqual({ method: 'PATCH', path: '/reviews/v1/reviews/review-1', body: { review: { id: 'review-1', revision: '3', content: { title: 'New' }, author: { authorName: 'Bo' } } } });
  });

  it.each([
    [409, 'REVISION_MISMATCH', 'no', 'WIX_REVISION_STALE'],
    [428, 'PRECONDITION', 'no', 'WIX_REVISION_STALE'],
    [404, 'NOT_FOUND', 'no', 'WIX_REVISION_STALE'],
    [400, 'BAD', ORGANIC, 'WIX_ORGANIC_REFUSED'],
    [403, 'FORBIDDEN', 'no', 'WIX_FORBIDDEN'],
    [429, 'X', 'no', 'WIX_RATE_LIMITED'],
    [503, 'X', 'no', 'WIX_SERVER_ERROR'],
    [400, 'BAD', 'no', 'WIX_REFUSED'],
  ] as const)('maps HTTP %i %s (%s) on an update to %s', async (status, code, description, expected) => {
    wix.refuse(status, code, undefined, description);
    await expect(createWixPort(wix.access()).updateReview(REVIEW, '3', { body: 'x' })).rejects.toMatchObject({ code: expected });
  });

  it('names the field Wix found fault with, and nothing of its contents', async () => {
    wix.answer({ message: 'x', details: { validationError: { fieldViolations: [{ field: 'review.content.body', description: 'secret words too long' }] } } }, 400);
    const failure = createWixPort(wix.access()).updateReview(REVIEW, '3', { body: 'x' });
    await expect(failure).rejects.toMatchObject({ code: 'WIX_REFUSED', details: { field: 'review.content.body' } });
    await expect(failure).rejects.not.toThrow(/secret/);
  });

  it('takes a dead network for an error worth another try', async () => {
    await expect(createWixPort(wix.access()).getReview(REVIEW)).rejects.toMatchObject({ code: 'WIX_SERVER_ERROR' });
  });

  it('moderates, replies, removes a reply and deletes', async () => {
    const answered = { review: wireReview({ reply: { message: 'Thank you' } }) };
    wix.answer({ review: wireReview({ moderation: { moderationStatus: 'REJECTED' } }) }).answer(answered).answer({ review: wireReview() }).answer({}).refuse(404, 'NOT_FOUND');
    const port = createWixPort(wix.access());
    expect((await port.moderate(REVIEW, 'hidden')).fields.status).toBe('hidden');
    expect((await port.setReply(REVIEW, 'Thank you')).fields.reply).toBe('Thank you');
    expect((await port.setReply(REVIEW, null)).fields.reply).toBeNull();
    await port.deleteReview(REVIEW);
    await port.deleteReview(REVIEW);
    expect(wix.sent.map(({ method, path }) => `${method} ${path.split('review-1')[1]}`)).toEqual(['PATCH /moderate', 'PATCH /reply', 'DELETE /reply', 'DELETE ', 'DELETE ']);
  });

  it('stops before the call the budget does not allow', async () => {
    wix.answer({ review: wireReview() });
    const port = createWixPort(wix.access(1));
    await port.getReview(REVIEW);
    await expect(port.getReview(REVIEW)).rejects.toMatchObject({ code: 'BUDGET_SPENT' });
    expect(wix.sent).toHaveLength(1);
  });
});
