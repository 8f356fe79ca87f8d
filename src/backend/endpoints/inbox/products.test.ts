import { describe, expect, it } from 'vitest';
import { attentionRow } from '../testing/attention-row';
import { ask, fixture, OTHER_SITE, wixProduct, type Fixture } from '../testing/fixture';
import { productRow, UNMATCHED } from '../testing/product-row';
import type { InboxAnswer, InboxProducts } from './inbox-types';
import { listItems } from './items';
import { findProducts } from './products';

async function search(live: Fixture, query: string): Promise<InboxProducts> {
  return (await findProducts(ask(`inbox/products?${query}`, { method: 'GET' }), live.deps, {})).json() as Promise<InboxProducts>;
}

async function all(live: Fixture, text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: InboxProducts = await search(live, new URLSearchParams({ q: text, ...(cursor === '' ? {} : { cursor }) }).toString());
    found.push(...page.items.map(({ name }) => name));
    cursor = page.next;
  }
  return found;
}

describe('GET inbox/products', () => {
  it('finds a product by a part of its name in either shop, each once, and none of another site', async () => {
    const live = fixture();
    live.wixProducts.push(wixProduct('w1', 'Red Mug'), wixProduct('w2', 'Shirt'), wixProduct('w3', 'Only on Wix Mug'));
    live.tables.put('products', productRow('1', { storeName: 'Mug' }), productRow('2', { ...UNMATCHED, storeName: 'Store Mug' }), productRow('3', { ...UNMATCHED, storeName: 'Hat' }), productRow('9', { ...UNMATCHED, storeName: 'Their Mug', instanceId: OTHER_SITE }));
    expect(await search(live, 'q=mug')).toEqual({
      items: [
        { product: 'store:2', name: 'Store Mug', isOnWix: false },
        { product: 'w1', name: 'Red Mug', isOnWix: true },
        { product: 'w3', name: 'Only on Wix Mug', isOnWix: true },
      ],
      next: null,
    });
  });

  it.each([['w1', ['a']], ['store:2', ['b']]])('names products as the list is narrowed to them: %s', async (key, expected) => {
    const live = fixture();
    live.wixProducts.push(wixProduct('w1', 'Red Mug'));
    live.tables.put('products', productRow('2', { ...UNMATCHED, storeName: 'Store Mug' }));
    const row = attentionRow('b', { birth: 'store', wixProductId: null });
    live.tables.put('attention', attentionRow('a'), { ...row, storeProductId: productRow('2').storeProductId });
    expect((await search(live, '')).items.map(({ product }) => product)).toContain(key);
    const list = await (await listItems(ask(`inbox/items?product=${key}`, { method: 'GET' }), live.deps, {})).json() as InboxAnswer;
    expect(list.kind === 'items' ? list.items.map(({ id }) => id) : []).toEqual(expected);
  });

  it('goes through long catalogs on both sides in steps that each keep to their calls, leaves none out, and ends', async () => {
    const live = fixture();
    live.wixProducts.push(...Array.from({ length: 5000 }, (_, n) => wixProduct(`w${String(n)}`, n === 4990 ? 'The needle' : `Straw ${String(n)}`)));
    live.tables.put('products', ...Array.from({ length: 45 }, (_, n) => productRow(String(n), { ...UNMATCHED, storeName: `Needle ${String(n)}` })));
    const found = await all(live, 'needle');
    expect([found.length, new Set(found).size, found.at(-1)]).toEqual([46, 46, 'The needle']);
    for (const budget of live.budgets) expect(budget.spent).toBeLessThanOrEqual(15);
  });

  it('has every product without a text', async () => {
    const live = fixture();
    live.wixProducts.push(...Array.from({ length: 250 }, (_, n) => wixProduct(`w${String(n)}`, `Straw ${String(n)}`)));
    expect(await all(live, '')).toHaveLength(250);
  });

  it('refuses a cursor of somebody’s own making', async () => {
    expect(await search(fixture(), 'cursor=elsewhere')).toMatchObject({ error: { code: 'INPUT_INVALID' } });
  });
});
