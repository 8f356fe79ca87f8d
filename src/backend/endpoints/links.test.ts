import { describe, expect, it } from 'vitest';
import { brandId, type LinkId, type StoreProductId, type WixProductId } from '../../core/ids';
import { productRowId } from '../../core/link-id';
import { listLinks } from './links';
import { ask, fixture, NOW_MS, OTHER_SITE, SITE, type Fixture } from './testing/fixture';
import { linkRow } from './testing/link-row';
import { productRow, UNMATCHED } from './testing/product-row';

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

    it('finds those, too, that only Wix has: its name may be the store’s, and no row of the review says so', async () => {
      const live = fixture();
      live.tables.put('products', productRow('1', { storeName: 'Tankard', wixName: 'Big mug' }), productRow('2', { ...UNMATCHED, storeName: 'Mug of old', wixProductId: brandId<WixProductId>('w2'), choice: 'suggested' }));
      live.tables.put('links', linkRow({ _id: brandId<LinkId>('waits'), wixProductId: brandId<WixProductId>('w1') }), linkRow({ _id: brandId<LinkId>('other'), wixProductId: brandId<WixProductId>('w2') }));
      expect(await ids(live, '?q=tankard')).toEqual(['waits']);
      expect(await ids(live, '?q=mug')).toEqual(['waits']);
    });

    it('keeps the other filters', async () => {
      const live = fixture();
      put(live, '1', 'Mug', null);
      expect(await ids(live, '?q=mug&state=blocked')).toEqual([]);
    });
  });

  describe('narrowed to one product', () => {
    const ids = async (live: Fixture, product: string, more = ''): Promise<readonly string[]> => (await (await list(live, `?product=${product}${more}`)).json()).items.map(({ id }: { id: string }) => id);
    const shops = (): Fixture => {
      const live = fixture();
      live.tables.put('products', productRow('1'), productRow('2', UNMATCHED));
      const [w1, w9] = [brandId<WixProductId>('w1'), brandId<WixProductId>('w9')];
      live.tables.put('links',
        linkRow({ _id: brandId<LinkId>('on-both'), wixProductId: w1, storeProductId: brandId<StoreProductId>('1') }),
        linkRow({ _id: brandId<LinkId>('on-wix'), wixProductId: w1, state: 'skipped' }),
        linkRow({ _id: brandId<LinkId>('in-store'), storeProductId: brandId<StoreProductId>('1'), state: 'blocked' }),
        linkRow({ _id: brandId<LinkId>('only-wix'), wixProductId: w9, state: 'unmatched' }),
        linkRow({ _id: brandId<LinkId>('only-store'), storeProductId: brandId<StoreProductId>('2'), state: 'unmatched' }),
        linkRow({ _id: brandId<LinkId>('theirs'), wixProductId: w9, instanceId: OTHER_SITE }));
      return live;
    };

    it('lists all its reviews, in whichever shop they are, and no other’s', async () => {
      expect((await ids(shops(), 'w1')).toSorted()).toEqual(['in-store', 'on-both', 'on-wix']);
      expect(await ids(shops(), 'w9')).toEqual(['only-wix']);
      expect(await ids(shops(), 'store:2')).toEqual(['only-store']);
      expect(await ids(shops(), 'w1', '&state=skipped')).toEqual(['on-wix']);
    });

    it('takes at most 4 calls', async () => {
      const live = shops();
      await list(live, '?product=w1');
      expect(live.budgets[0]?.spent).toBeLessThanOrEqual(4);
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

  it.each(['?state=lost', '?code=NOPE', '?page=2', '?per=1000', '?q=', '?product=no/such', '?product=w1&q=mug'])('refuses %s with a coded 400', async (query) => {
    const response = await list(fixture(), query);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'INPUT_INVALID' } });
  });
});
