import { describe, expect, it } from 'vitest';
import { brandId, type LinkId, type StoreProductId, type WixProductId } from '../../core/ids';
import { productRowId } from '../../core/link-id';
import { listLinks } from './links';
import { ask, fixture, NOW_MS, OTHER_SITE, SITE, type Fixture } from './testing/fixture';
import { linkRow } from './testing/link-row';

const list = (live: Fixture, query = ''): Promise<Response> => listLinks(ask(`sync/links${query}`, { method: 'GET' }), live.deps, {});

function seed(live: Fixture, count: number): void {
  for (let n = 0; n < count; n += 1) {
    const state = n % 2 === 0 ? 'in-step' : 'blocked';
    live.tables.put('links', linkRow({ _id: brandId<LinkId>(`l${n}`), state, code: n % 2 === 0 ? null : 'BODY_MISSING', lastAtMs: NOW_MS - n }));
  }
}

describe('GET sync/links', () => {
  it('hands out pages of 50, newest first, until there are no more', async () => {
    const live = fixture();
    seed(live, 60);
    const first = await (await list(live)).json();
    expect(first.items).toHaveLength(50);
    expect(first.items[0].id).toBe('l0');
    const second = await (await list(live, `?cursor=${first.next}`)).json();
    expect(second.items).toHaveLength(10);
    expect(second.next).toBeNull();
  });

  it('filters in the query: a filtered page is as full as any other', async () => {
    const live = fixture();
    seed(live, 120);
    const { items } = await (await list(live, '?state=blocked&code=BODY_MISSING')).json();
    expect(items).toHaveLength(50);
    expect(new Set(items.map(({ state }: { state: string }) => state))).toEqual(new Set(['blocked']));
    expect((await (await list(live, '?state=gone')).json()).items).toEqual([]);
  });

  it('names the products of both shops in at most 3 calls', async () => {
    const live = fixture();
    const storeProductId = brandId<StoreProductId>('10');
    const wixProductId = brandId<WixProductId>('w1');
    live.tables.put('products', { _id: productRowId(SITE, storeProductId), instanceId: SITE, storeProductId, wixProductId, storeName: 'Mug', wixName: 'Red mug', reason: 'sku', confidence: 1, choice: 'accepted' });
    live.tables.put('links', linkRow({ _id: brandId<LinkId>('a'), storeProductId }), linkRow({ _id: brandId<LinkId>('b'), wixProductId }));
    const { items } = await (await list(live)).json();
    for (const item of items) expect(item).toMatchObject({ storeProductName: 'Mug', wixProductName: 'Red mug' });
    expect(live.budgets[0]?.spent).toBeLessThanOrEqual(3);
  });

  describe('searched by product', () => {
    const put = (live: Fixture, id: string, storeName: string, wixName: string | null): void => {
      const storeProductId = brandId<StoreProductId>(id);
      live.tables.put('products', { _id: productRowId(SITE, storeProductId), instanceId: SITE, storeProductId, wixProductId: null, storeName, wixName, reason: 'none', confidence: 0, choice: 'left' });
      live.tables.put('links', linkRow({ _id: brandId<LinkId>(`of-${id}`), storeProductId }));
    };
    const ids = async (live: Fixture, query: string): Promise<readonly string[]> => (await (await list(live, query)).json()).items.map(({ id }: { id: string }) => id);

    it('finds reviews by a part of either shop’s name, whatever the case, in at most 5 calls', async () => {
      const live = fixture();
      put(live, '1', 'Coffee MUG', null);
      put(live, '2', 'Cup', 'Big mug');
      put(live, '3', 'Plate', 'Plate');
      expect([...(await ids(live, '?q=mug'))].sort()).toEqual(['of-1', 'of-2']);
      expect(live.budgets[0]?.spent).toBeLessThanOrEqual(5);
    });

    it('answers nothing when no product is called so, rather than everything', async () => {
      const live = fixture();
      put(live, '1', 'Mug', null);
      expect(await ids(live, '?q=spoon')).toEqual([]);
    });

    it('keeps the other filters', async () => {
      const live = fixture();
      put(live, '1', 'Mug', null);
      expect(await ids(live, '?q=mug&state=blocked')).toEqual([]);
    });
  });

  it('hands out pages of a hundred to whoever takes the whole list along', async () => {
    const live = fixture();
    seed(live, 120);
    expect((await (await list(live, '?per=100')).json()).items).toHaveLength(100);
  });

  it("leaves out another site's links", async () => {
    const live = fixture();
    live.tables.put('links', linkRow({ instanceId: OTHER_SITE }));
    expect((await (await list(live)).json()).items).toEqual([]);
  });

  it.each(['?state=lost', '?code=NOPE', '?page=2', '?per=1000', '?q='])('refuses %s with a coded 400', async (query) => {
    const response = await list(fixture(), query);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'INPUT_INVALID' } });
  });
});
