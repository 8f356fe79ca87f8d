import { describe, expect, it } from 'vitest';
import { ask, fixture, OTHER_SITE, wixProduct, type Fixture } from '../testing/fixture';
import { productRow, UNMATCHED } from '../testing/product-row';
import type { ProductNamesAnswer } from './inbox-types';
import { getNames } from './names';

async function names(live: Fixture, products: string): Promise<ProductNamesAnswer['names']> {
  const answer = await getNames(ask(`inbox/names?products=${products}`, { method: 'GET' }), live.deps, {});
  return ((await answer.json()) as ProductNamesAnswer).names;
}

describe('GET inbox/names', () => {
  it('has the names of matched products from the own rows, without a look at Wix’s catalog', async () => {
    const live = fixture();
    live.tables.put('products', productRow('1'), productRow('2', UNMATCHED));
    expect(await names(live, 'w1,store:2')).toEqual({ w1: 'Wix 1', 'store:2': 'Product 2' });
    expect(live.budgets[0]?.spent).toBeLessThanOrEqual(2);
  });

  it('has the names of products that only Wix has from its catalog, a hundred of them in at most 4 calls', async () => {
    const live = fixture();
    live.tables.put('products', productRow('1'));
    live.wixProducts.push(...Array.from({ length: 300 }, (_, n) => wixProduct(`w${String(n + 1)}`, `On Wix ${String(n + 1)}`)));
    const found = await names(live, Array.from({ length: 100 }, (_, n) => `w${String(n + 1)}`).join(','));
    expect(Object.keys(found)).toHaveLength(100);
    expect([found['w1'], found['w2'], found['w100']]).toEqual(['Wix 1', 'On Wix 2', 'On Wix 100']);
    expect(live.budgets[0]?.spent).toBeLessThanOrEqual(4);
  });

  it('tells a product that the catalog does not hold from one whose name nobody told', async () => {
    const live = fixture();
    live.wixProducts.push(wixProduct('blank', ''));
    expect(await names(live, 'gone,blank,store:7')).toEqual({ gone: null });
  });

  it('knows nothing of another site’s products', async () => {
    const live = fixture();
    live.tables.put('products', productRow('1', { instanceId: OTHER_SITE }));
    expect(await names(live, 'w1,store:1')).toEqual({ w1: null });
  });
});
