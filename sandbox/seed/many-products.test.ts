import { expect, it } from 'vitest';
import { matchProducts } from '../../src/core/match-products';
import { brandId, type StoreProductId, type WixProductId } from '../../src/core/ids';
import { manyProducts } from './many-products';

it('a long catalog has products of every kind that matching tells apart', () => {
  const { wixProducts, storeProducts } = manyProducts(600);
  const onWix = wixProducts.map(({ id, ...product }) => ({ ...product, id: brandId<WixProductId>(id) }));
  const inStore = storeProducts.map(({ id, ...product }) => ({ ...product, sku: product.sku === '' ? null : product.sku, id: brandId<StoreProductId>(String(id)) }));
  const choices = matchProducts(onWix, inStore).map(({ choice }) => choice);
  expect(['accepted', 'suggested', 'left'].map((choice) => choices.filter((one) => one === choice).length)).toEqual([480, 96, 24]);
});
