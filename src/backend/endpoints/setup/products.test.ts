import { describe, expect, it } from 'vitest';
import { brandId, type StoreProductId, type WixProductId } from '../../../core/ids';
import type { ProductRow } from '../../sync/tables';
import { DASHBOARD_CALLS } from '../call-limits';
import { postMatch } from '../match';
import { storeProduct } from '../testing/fake-store';
import { ask, connectionRow, fixture, OTHER_SITE, wixProduct, type Fixture } from '../testing/fixture';
import { productRow, UNMATCHED } from '../testing/product-row';
import { postDecide } from './decide';
import { listSetupProducts } from './products';
import type { WixCatalogPage } from '../../sync/wix-port';
import type { DecideAnswer, ProductListAnswer, WixProductsAnswer } from './setup-types';
import { searchWixProducts } from './wix-products';

function shop(...rows: readonly ProductRow[]): Fixture {
  const live = fixture();
  connectionRow(live);
  live.tables.put('products', ...rows);
  return live;
}

const SUGGESTED = { choice: 'suggested', reason: 'name', confidence: 0.7 } as const;
const w = (id: string): WixProductId => brandId<WixProductId>(id);

async function list(live: Fixture, query: string): Promise<ProductListAnswer> {
  return (await listSetupProducts(ask(`setup/products?${query}`, { method: 'GET' }), live.deps, {})).json() as Promise<ProductListAnswer>;
}

async function decide(live: Fixture, body: unknown): Promise<DecideAnswer> {
  return (await postDecide(ask('setup/decide', { body }), live.deps, {})).json() as Promise<DecideAnswer>;
}

const choices = (live: Fixture): readonly (readonly [string, string, string])[] => live.tables.all('products').map(({ storeProductId, choice, reason }) => [storeProductId, choice, reason]);

describe('GET setup/products', () => {
  it('answers each view with exactly its products, and none of another site', async () => {
    const live = shop(productRow('1'), productRow('2', SUGGESTED), productRow('3', UNMATCHED), productRow('4', { ...UNMATCHED, reason: 'manual' }), productRow('9', { instanceId: OTHER_SITE }));
    for (const [view, id] of [['matched', '1'], ['suggested', '2'], ['open', '3'], ['left', '4']]) {
      expect((await list(live, `view=${view}`)).items.map(({ storeProductId }) => storeProductId)).toEqual([id]);
    }
  });

  it('looks for a text in the whole catalog, page by page, in two calls each', async () => {
    const live = shop(...Array.from({ length: 90 }, (_, n) => productRow(String(n), { storeName: n % 3 === 0 ? `Blue mug ${n}` : `Shirt ${n}` })));
    const first = await list(live, 'view=matched&q=MUG');
    const second = await list(live, `view=matched&q=MUG&cursor=${first.next ?? ''}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([25, 5, null]);
    expect([...first.items, ...second.items].every(({ storeName }) => storeName.startsWith('Blue mug'))).toBe(true);
    expect(live.budgets.map(({ spent }) => spent)).toEqual([2, 2]);
  });

  it('names the other store products that are matched with the same Wix product', async () => {
    const live = shop(productRow('1', { wixProductId: w('shared') }), productRow('2', { wixProductId: w('shared') }), productRow('3'));
    expect((await list(live, 'view=matched')).items.map(({ twins }) => twins)).toEqual([['Product 2'], ['Product 1'], []]);
  });

  it('asks for a view it knows', async () => {
    const response = await listSetupProducts(ask('setup/products?view=all', { method: 'GET' }), shop().deps, {});
    expect([response.status, (await response.json() as { error: { field: string } }).error.field]).toEqual([400, 'view']);
  });
});

describe('GET setup/wix-products', () => {
  async function search(live: Fixture, query: string): Promise<WixProductsAnswer> {
    return (await searchWixProducts(ask(`setup/wix-products?${query}`, { method: 'GET' }), live.deps, {})).json() as Promise<WixProductsAnswer>;
  }

  it('finds by name and by SKU, whatever the case', async () => {
    const live = shop();
    live.wixProducts.push(wixProduct('w1', 'Red Mug', 'MUG-1'), wixProduct('w2', 'Shirt', 'S-2'));
    expect((await search(live, 'q=red')).items.map(({ id }) => id)).toEqual(['w1']);
    expect((await search(live, 'q=s-2')).items.map(({ id }) => id)).toEqual(['w2']);
    expect((await search(live, '')).items).toHaveLength(2);
  });

  it.each([[true, undefined], [false, true]] as const)('says whether there is a catalog at all: %s', async (hasStores, isMissing) => {
    const live = shop();
    const openSite = live.deps.openSite;
    const listProducts = async (): Promise<WixCatalogPage> => ({ items: [], next: null, total: 0, ...(isMissing === undefined ? {} : { isMissing }) });
    Object.assign(live.deps, { openSite: (...given: Parameters<typeof openSite>) => { const site = openSite(...given); return { ...site, wix: { ...site.wix, listProducts } }; } });
    expect(await search(live, '')).toEqual({ items: [], next: null, hasStores });
  });

  it('goes through a catalog of 5,000 products in steps that each keep to their calls, and ends', async () => {
    const live = shop();
    live.wixProducts.push(...Array.from({ length: 5000 }, (_, n) => wixProduct(`w${n}`, n === 4_990 ? 'The needle' : `Straw ${n}`)));
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer: WixProductsAnswer = await search(live, `q=needle&cursor=${cursor}`.replace(/&cursor=$/u, ''));
      found.push(...answer.items.map(({ name }) => name));
      cursor = answer.next;
    }
    expect(found).toEqual(['The needle']);
    for (const budget of live.budgets) expect(budget.spent).toBeLessThanOrEqual(15);
  });
});

describe('POST setup/decide', () => {
  it('accepts what has the same name or address, and leaves weaker guesses to a person', async () => {
    const live = shop(productRow('1', SUGGESTED), productRow('2', { ...SUGGESTED, confidence: 0.5 }));
    expect(await decide(live, { action: 'accept-close' })).toEqual({ done: 1, held: 0, more: false });
    expect(choices(live)).toEqual([['1', 'accepted', 'manual'], ['2', 'suggested', 'name']]);
  });

  it('never gives one Wix product to two store products in bulk, and does not ask about them again', async () => {
    const live = shop(productRow('0', { wixProductId: w('taken') }), productRow('1', { ...SUGGESTED, wixProductId: w('taken') }), productRow('2', { ...SUGGESTED, wixProductId: w('both') }), productRow('3', { ...SUGGESTED, wixProductId: w('both') }));
    expect(await decide(live, { action: 'accept-close' })).toEqual({ done: 0, held: 3, more: false });
    expect(await decide(live, { action: 'accept-close' })).toEqual({ done: 0, held: 0, more: false });
    expect(choices(live).filter(([, choice]) => choice === 'accepted')).toHaveLength(1);
  });

  it('comes to an end with more products than one step takes', async () => {
    const live = shop(...Array.from({ length: 2_500 }, (_, n) => productRow(String(n), UNMATCHED)));
    let [steps, sum] = [0, 0];
    for (let more = true; more; steps += 1) {
      const answer = await decide(live, { action: 'leave-open' });
      more = answer.more;
      sum += answer.done;
    }
    expect([steps, sum]).toEqual([5, 2_500]);
    for (const budget of live.budgets) expect(budget.spent).toBeLessThanOrEqual(DASHBOARD_CALLS);
    expect((await list(live, 'view=open')).items).toEqual([]);
  });

  it('keeps "leave unmatched" through a later matching, and opens it again when it is taken back', async () => {
    const live = shop(productRow('1', UNMATCHED));
    live.store.products = [storeProduct('1', 'Product 1', 'SKU')];
    live.wixProducts.push(wixProduct('w1', 'Product 1', 'SKU'));
    const match = (): Promise<Response> => postMatch(ask('sync/match', { body: {} }), live.deps, {});
    await decide(live, { action: 'leave-open' });
    await match();
    expect(choices(live)).toEqual([['1', 'left', 'manual']]);
    await decide(live, { action: 'reopen', storeProductId: brandId<StoreProductId>('1') });
    await match();
    expect(choices(live)).toEqual([['1', 'accepted', 'sku']]);
  });

  it('touches no row of another site', async () => {
    const live = shop(productRow('1', { ...SUGGESTED, instanceId: OTHER_SITE }));
    await decide(live, { action: 'accept-close' });
    await decide(live, { action: 'reopen', storeProductId: '1' });
    expect(choices(live)).toEqual([['1', 'suggested', 'name']]);
  });
});
