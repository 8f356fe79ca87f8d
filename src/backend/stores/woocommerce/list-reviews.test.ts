import { describe, expect, it } from 'vitest';
import { brandId, type StoreProductId } from '../../../core/ids';
import { captured } from '../../../../test/fixtures/woocommerce/exchange';
import { replayedStore } from '../../../../test/fixtures/woocommerce/replayed-store';

const TOTE = brandId<StoreProductId>(10);
/** A full page in the form `_fields` gives; its text is HTML because it was captured without `context=edit`. */
const PAGE_2_OF_8 = captured('list-and-filters', 1).response;

describe('listReviews', () => {
  it('asks for raw text, approved and held, a hundred by ascending id', async () => {
    const { store, sent, budget } = replayedStore(PAGE_2_OF_8);
    await store.listReviews('2');
    expect(sent[0]).toMatchObject({ method: 'GET', path: 'products/reviews' });
    expect(sent[0]?.query).toMatchObject({ context: 'edit', status: 'all', orderby: 'id', order: 'asc', per_page: '100', page: '2' });
    expect(sent[0]?.query['_fields']?.split(',')).toEqual(expect.arrayContaining(['id', 'product_id', 'status', 'reviewer', 'reviewer_email', 'review', 'rating', 'date_created_gmt']));
    expect(budget.spent).toBe(1);
  });

  it('reads totals and the following page from the headers', async () => {
    const { store } = replayedStore(PAGE_2_OF_8);
    const page = await store.listReviews('2');
    expect(page).toMatchObject({ next: '3', total: 15 });
    expect(page.items.map(({ id }) => id)).toEqual(['4', '6']);
  });

  it('ends on the last page, and on one that is past it', async () => {
    const past = captured('list-and-filters', 13).response;
    const { store } = replayedStore({ ...PAGE_2_OF_8, headers: { ...PAGE_2_OF_8.headers, 'x-wp-totalpages': '2' } }, past);
    expect((await store.listReviews('2')).next).toBeNull();
    expect(await store.listReviews('99')).toEqual({ items: [], next: null, total: 16 });
  });

  it('goes on for as long as pages are full where a proxy took the headers away', async () => {
    const full = Array.from({ length: 100 }, (_, index) => ({ ...(captured('create', 0).response.body as object), id: index + 1 }));
    const { store } = replayedStore({ status: 200, headers: {}, body: full }, { status: 200, headers: {}, body: full.slice(1) });
    expect(await store.listReviews(null)).toMatchObject({ next: '2', total: null });
    expect(await store.listReviews('2')).toMatchObject({ next: null, total: null });
  });

  it('refuses a cursor it never gave', async () => {
    const { store, sent } = replayedStore();
    await expect(store.listReviews('1; drop')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(sent).toHaveLength(0);
  });

  it('refuses a page that is not a list of reviews', async () => {
    const { store } = replayedStore({ status: 200, headers: {}, body: { posts: [] } }, { status: 200, headers: {}, body: [{ id: 'x' }] });
    await expect(store.listReviews(null)).rejects.toMatchObject({ code: 'STORE_NOT_RECOGNISED' });
    await expect(store.listReviews(null)).rejects.toMatchObject({ code: 'STORE_NOT_RECOGNISED', details: { field: 'id' } });
  });
});

describe('newestReviews', () => {
  it('asks for the last hundred ids, held ones included, whatever date they were given', async () => {
    const { store, sent, budget } = replayedStore(PAGE_2_OF_8);
    expect((await store.newestReviews()).map(({ id }) => id)).toEqual(['4', '6']);
    expect(sent[0]?.query).toMatchObject({ context: 'edit', status: 'all', orderby: 'id', order: 'desc', per_page: '100', page: '1' });
    expect(budget.spent).toBe(1);
  });
});

describe('listReviewsOf', () => {
  it('asks for one product, newest id first, held ones included', async () => {
    const { store, sent } = replayedStore(PAGE_2_OF_8);
    await store.listReviewsOf(TOTE, null);
    expect(sent[0]?.query).toMatchObject({ context: 'edit', product: '10', status: 'all', orderby: 'id', order: 'desc', per_page: '100', page: '1' });
  });

  it.each(['', '10&status=trash', '-1', '1.5', 'abc'])('lets no product id %j into the query', async (id) => {
    const { store, sent } = replayedStore();
    await expect(store.listReviewsOf(id as StoreProductId, null)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(sent).toHaveLength(0);
  });
});

describe('listProducts', () => {
  it('asks for a hundred by ascending id and reads names as text', async () => {
    const { store, sent } = replayedStore({ status: 200, headers: { 'X-WP-Total': '2', 'X-WP-TotalPages': '1' }, body: [
      { id: 10, name: 'Tote &amp; Co', sku: 'TOTE-1', slug: 'tote' },
      { id: 11, name: 'Mug', sku: '', slug: 'mug' },
    ] });
    expect(await store.listProducts(null)).toEqual({
      items: [{ id: '10', name: 'Tote & Co', sku: 'TOTE-1', slug: 'tote' }, { id: '11', name: 'Mug', sku: null, slug: 'mug' }],
      next: null,
      total: 2,
    });
    expect(sent[0]).toMatchObject({ path: 'products', query: { context: 'edit', orderby: 'id', order: 'asc', per_page: '100', page: '1' } });
  });
});

describe('check', () => {
  it('reads reviews with the keys, and names the store by its address', async () => {
    const { store, sent, budget } = replayedStore(PAGE_2_OF_8);
    expect(await store.check()).toEqual({ name: 'shop.example', version: 'wc/v3' });
    expect(sent[0]).toMatchObject({ path: 'products/reviews', query: { context: 'edit' } });
    expect(budget.spent).toBe(1);
  });

  it('says that keys are wrong', async () => {
    const { store } = replayedStore(captured('validation-errors', 13).response);
    await expect(store.check()).rejects.toMatchObject({ code: 'STORE_AUTH' });
  });
});
