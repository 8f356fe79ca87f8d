import { describe, expect, it } from 'vitest';
import { brandId, type StoreReviewId } from '../../../core/ids';
import { captured } from '../../../../test/fixtures/woocommerce/exchange';
import { replayedStore } from '../../../../test/fixtures/woocommerce/replayed-store';

const ID = brandId<StoreReviewId>(17);
const GONE = captured('delete', 8).response;
const NOT_FOUND_PAGE = (): Response => new Response('<html>Not found</html>', { status: 404 });

describe('getReview', () => {
  it('asks for the raw text', async () => {
    const { store, sent, budget } = replayedStore(captured('create', 3).response);
    expect((await store.getReview(brandId(6)))?.id).toBe('6');
    expect(sent[0]).toMatchObject({ method: 'GET', path: 'products/reviews/6', query: { context: 'edit' } });
    expect(budget.spent).toBe(1);
  });

  it('returns one that is in the bin', async () => {
    const { store } = replayedStore(captured('delete', 3).response);
    expect(await store.getReview(ID)).toMatchObject({ id: '17', trashed: true });
  });

  it("says null in WooCommerce's own words only: a 404 page proves nothing", async () => {
    const { store } = replayedStore(GONE, NOT_FOUND_PAGE());
    expect(await store.getReview(ID)).toBeNull();
    await expect(store.getReview(ID)).rejects.toMatchObject({ code: 'STORE_NOT_RECOGNISED' });
  });
});

describe('a review whose product was deleted for good', () => {
  it('is gone: nobody can reach it any more', async () => {
    const { store } = replayedStore(captured('validation-errors', 3).response, captured('validation-errors', 3).response);
    expect(await store.getReview(ID)).toBeNull();
    await expect(store.trashReview(ID)).resolves.toBeUndefined();
  });
});

describe('trashReview', () => {
  it('moves to the bin and never deletes for good', async () => {
    const { store, sent, budget } = replayedStore(captured('delete', 1).response);
    await store.trashReview(ID);
    expect(sent[0]).toMatchObject({ method: 'DELETE', path: 'products/reviews/17', query: {} });
    expect(budget.spent).toBe(1);
  });

  it('is done for a review already in the bin, and for one that is gone', async () => {
    const { store } = replayedStore(captured('delete', 2).response, GONE);
    await expect(store.trashReview(ID)).resolves.toBeUndefined();
    await expect(store.trashReview(ID)).resolves.toBeUndefined();
  });

  it('is not done because some page was not found', async () => {
    const { store } = replayedStore(NOT_FOUND_PAGE());
    await expect(store.trashReview(ID)).rejects.toMatchObject({ code: 'STORE_NOT_RECOGNISED' });
  });
});
