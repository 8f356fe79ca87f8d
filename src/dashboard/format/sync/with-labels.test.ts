import { describe, expect, it } from 'vitest';
import { brandId, type StoreProductId, type WixProductId } from '../../../core/ids';
import { link } from '../../testing/fake-backend';
import { NAME_NOT_KNOWN } from '../product-label';
import { namelessProducts, withLabels } from './with-labels';

const NAMELESS = { wixProductName: null, storeProductName: null };
const [wixProductId, storeProductId] = [brandId<WixProductId>('w1'), brandId<StoreProductId>('9')];

describe('names that come after their rows', () => {
  it('are asked for once each, and not for rows that have one or whose product nobody knows', () => {
    const rows = [link('a', { ...NAMELESS, wixProductId }), link('b', { ...NAMELESS, wixProductId }), link('c', { ...NAMELESS, storeProductId }), link('d', { wixProductName: null, wixProductId }), link('e', NAMELESS)];
    expect(namelessProducts(rows)).toEqual(['w1', 'store:9']);
  });

  it('stand in the column of the shop that has the product, and replace nothing', () => {
    const rows = [link('a', { ...NAMELESS, wixProductId }), link('b', { ...NAMELESS, storeProductId }), link('c', { wixProductId }), link('d', { ...NAMELESS, wixProductId: brandId<WixProductId>('w2') })];
    const named = withLabels(rows, new Map([['w1', 'Only on Wix'], ['store:9', NAME_NOT_KNOWN]]));
    expect(named.map((row) => [row.wixProductName, row.storeProductName])).toEqual([['Only on Wix', null], [null, 'A product whose name is not known'], ['Red mug', 'Mug'], [null, null]]);
  });
});
