import { expect, it } from 'vitest';
import { replayedStore } from '../../../../test/fixtures/woocommerce/replayed-store';
import { brandId, type StoreProductId } from '../../../core/ids';

const ID = brandId<StoreProductId>('10');
const answered = (status: string) => ({ status: 200, headers: {}, body: { id: 10, name: 'Tom &amp; Co', sku: ' M1 ', slug: 'tom-co', status } });
const refused = (status: number, code: string) => ({ status, headers: {}, body: { code, message: 'Invalid ID.', data: { status } } });

it.each(['publish', 'draft', 'private'])('a product that is %s is there, read as on the list', async (status) => {
  const { store, sent, budget } = replayedStore(answered(status));
  expect(await store.getProduct(ID)).toEqual({ id: '10', name: 'Tom & Co', sku: 'M1', slug: 'tom-co' });
  expect(sent[0]).toMatchObject({ method: 'GET', path: 'products/10', query: { _fields: 'id,name,sku,slug,status' } });
  expect(budget.spent).toBe(1);
});

it('a product in the bin is not offered', async () => {
  expect(await replayedStore(answered('trash')).store.getProduct(ID)).toBeNull();
});

it('a product that was deleted for good is gone, by the name the store gives to that', async () => {
  expect(await replayedStore(refused(404, 'woocommerce_rest_product_invalid_id')).store.getProduct(ID)).toBeNull();
});

it.each([[404, 'rest_no_route'], [403, 'woocommerce_rest_cannot_view']])('an answer %d of another kind says nothing about the product', async (status, code) => {
  await expect(replayedStore(refused(status, code)).store.getProduct(ID)).rejects.toBeInstanceOf(Error);
});

it('no odd id gets into the path', async () => {
  const { store, sent } = replayedStore();
  await expect(store.getProduct(brandId('10/../11'))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  expect(sent).toHaveLength(0);
});
