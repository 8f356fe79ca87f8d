import { describe, expect, it } from 'vitest';
import { parseEmail } from '../../../core/email';
import { brandId, type Email, type StoreProductId, type StoreReviewId } from '../../../core/ids';
import type { StoreDraft } from '../store';
import { captured } from '../../../../test/fixtures/woocommerce/exchange';
import { replayedStore } from '../../../../test/fixtures/woocommerce/replayed-store';

const BATCH = captured('batch', 0).response;
const BATCH_BODY = BATCH.body as { create: object[]; update: object[] };
const MIXED_CREATE = { ...BATCH, body: { create: BATCH_BODY.create } };
const QUOTES = captured('update-quotes-bug', 2);
const ID = brandId<StoreReviewId>(4);

function email(text: string): Email {
  const parsed = parseEmail(text);
  if (parsed === null) throw new TypeError(`Expected an address, got ${text}`);
  return parsed;
}

function draft(change: Partial<StoreDraft> = {}): StoreDraft {
  const fields = { title: 'lost', body: 'batch one', rating: 5, author: 'B1', status: 'published', reply: null } as const;
  return { productId: brandId(10), fields, email: email('b1@example.test'), writtenAt: '2024-03-01T10:20:30.456+00:00', ...change };
}

describe('createReviews', () => {
  it('sends drafts through the batch, as plain text with their own date', async () => {
    const { store, sent, budget } = replayedStore(MIXED_CREATE);
    await store.createReviews([draft(), draft()]);
    expect(sent[0]).toMatchObject({ method: 'POST', path: 'products/reviews/batch' });
    const item = { product_id: 10, review: 'batch one', reviewer: 'B1', reviewer_email: 'b1@example.test', rating: 5, status: 'approved', date_created_gmt: '2024-03-01T10:20:30' };
    expect(sent[0]?.body).toEqual({ create: [item, item] });
    expect(budget.spent).toBe(1);
  });

  it('tells a duplicate from its neighbour that was created, inside one 200', async () => {
    const { store } = replayedStore(MIXED_CREATE);
    expect(await store.createReviews([draft(), draft()])).toMatchObject([{ kind: 'created', review: { id: '19', productId: '10' } }, { kind: 'duplicate' }]);
  });

  it('passes on why a draft was refused', async () => {
    const { code } = captured('validation-errors', 8).response.body as { code: string };
    const refused = { id: 0, error: { code, message: 'No', data: { status: 400 } } };
    const { store } = replayedStore({ ...BATCH, body: { create: [refused] } });
    expect(await store.createReviews([draft()])).toMatchObject([{ kind: 'refused', error: { code: 'FIELD_TOO_LONG', details: { field: 'body' } } }]);
  });

  it('refuses by itself a draft it cannot send, and still sends its neighbour', async () => {
    const { store, sent } = replayedStore({ ...BATCH, body: { create: BATCH_BODY.create.slice(0, 1) } });
    const results = await store.createReviews([draft({ productId: brandId('gid://1') }), draft(), draft({ writtenAt: 'yesterday' })]);
    expect(results).toMatchObject([{ kind: 'refused', error: { code: 'INPUT_INVALID' } }, { kind: 'created' }, { kind: 'refused', error: { code: 'INPUT_INVALID' } }]);
    expect(sent[0]?.body).toMatchObject({ create: [{ product_id: 10 }] });
  });

  it('never sends more than a hundred, and nothing at all for nothing', async () => {
    const { store, sent } = replayedStore();
    await expect(store.createReviews(Array.from({ length: 101 }, () => draft()))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(await store.createReviews([])).toEqual([]);
    expect(sent).toHaveLength(0);
  });

  it('keeps stars within 1 and 5 on the way out, and sends none for none', async () => {
    const { store, sent } = replayedStore(MIXED_CREATE);
    const nine = { ...draft().fields, rating: 9 as 5 };
    await store.createReviews([draft({ fields: nine }), draft({ fields: { ...nine, rating: null } })]);
    expect(sent[0]?.body).toMatchObject({ create: [{ rating: 5 }, expect.not.objectContaining({ rating: expect.anything() })] });
  });

  it('never publishes a draft that nobody may see', async () => {
    const { store, sent } = replayedStore(MIXED_CREATE);
    const { fields } = draft();
    await store.createReviews([draft({ fields: { ...fields, status: 'hidden' } }), draft({ fields: { ...fields, status: 'pending' } })]);
    expect(sent[0]?.body).toMatchObject({ create: [{ status: 'spam' }, { status: 'hold' }] });
  });

  it('trusts no answer with fewer results than drafts', async () => {
    const { store } = replayedStore({ ...BATCH, body: { create: BATCH_BODY.create.slice(0, 1) } });
    await expect(store.createReviews([draft(), draft()])).rejects.toMatchObject({ code: 'STORE_NOT_RECOGNISED' });
  });
});

describe('updateReview', () => {
  it('goes through the batch, which keeps quotes and backslashes', async () => {
    const { store, sent } = replayedStore(QUOTES.response);
    const review = await store.updateReview(ID, { body: 'It\'s "great" & I\'d buy again \\ back\n\nPara <3 é 😀', rating: 5 });
    const written = 'It\'s "great" &amp; I\'d buy again \\ back\n\nPara &lt;3 é 😀';
    expect(sent[0]).toMatchObject({ method: 'POST', path: 'products/reviews/batch', body: { update: [{ id: 4, review: written, rating: 5 }] } });
    expect(review.fields.body).toBe('It\'s "great" & I\'d buy again \\ back\n\nPara <3 é 😀');
  });

  it('sends only what changed', async () => {
    const { store, sent } = replayedStore(QUOTES.response);
    await store.updateReview(ID, { author: 'Dana L.' });
    expect(sent[0]?.body).toEqual({ update: [{ id: 4, reviewer: 'Dana L.' }] });
  });

  it('sees the error inside a 200', async () => {
    const { store } = replayedStore({ ...BATCH, body: { update: BATCH_BODY.update.slice(1) } });
    await expect(store.updateReview(ID, { rating: 1 })).rejects.toMatchObject({ code: 'STORE_REVIEW_GONE' });
  });

  it('says that stars cannot be taken away instead of sending the 0 WooCommerce ignores', async () => {
    const { store, sent } = replayedStore();
    await expect(store.updateReview(ID, { rating: null })).rejects.toMatchObject({ code: 'CANNOT_EDIT' });
    expect(sent).toHaveLength(0);
  });
});

describe('setStatus', () => {
  it('hides as spam, so that it reads back as hidden and not as undecided', async () => {
    const { store, sent } = replayedStore({ ...BATCH, body: { update: [captured('update', 11).response.body] } });
    const review = await store.setStatus(brandId(2), 'hidden');
    expect(sent[0]?.body).toEqual({ update: [{ id: 2, status: 'spam' }] });
    expect(review).toMatchObject({ trashed: false, fields: { status: 'hidden' } });
  });

  it('publishes as approved', async () => {
    const { store, sent } = replayedStore({ ...BATCH, body: { update: [captured('update', 10).response.body] } });
    expect((await store.setStatus(brandId(2), 'published')).fields.status).toBe('published');
    expect(sent[0]?.body).toEqual({ update: [{ id: 2, status: 'approved' }] });
  });
});

describe('findReviews', () => {
  it('asks by product and address, in the spam and the bin as well, newest first', async () => {
    const none = { ...captured('list-and-filters', 9).response, body: [] };
    const { store, sent, budget } = replayedStore({ ...none, body: [captured('create', 3).response.body] }, none, none);
    const found = await store.findReviews(brandId<StoreProductId>(11), email('ann+tag@example.test'));
    expect(sent[0]?.query).toMatchObject({ context: 'edit', product: '11', reviewer_email: 'ann+tag@example.test', status: 'all', orderby: 'id', order: 'desc', per_page: '100' });
    expect(sent[0]?.url.search).toContain('ann%2Btag%40example.test');
    expect(found.map(({ id }) => id)).toEqual(['6']);
    expect(sent.map(({ query }) => query['status'])).toEqual(['all', 'spam', 'trash']);
    expect(budget.spent).toBe(3);
  });

  it('finds nothing for an address WordPress will not take, and hides no other refusal', async () => {
    const refusal = captured('list-and-filters', 14).response;
    const { store } = replayedStore(refusal, captured('validation-errors', 13).response);
    expect(await store.findReviews(brandId(11), email('zoë@example.test'))).toEqual([]);
    await expect(store.findReviews(brandId(11), email('ann@example.test'))).rejects.toMatchObject({ code: 'STORE_AUTH' });
  });
});
