import { describe, expect, it } from 'vitest';
import { brandId, type LinkId, type StoreProductId, type WixProductId, type WixReviewId } from '../../core/ids';
import { postMatch } from './match';
import { storeProduct } from './testing/fake-store';
import { ask, connectionRow, fixture, NOW_MS, wixProduct, type Fixture } from './testing/fixture';
import { linkRow } from './testing/link-row';

const match = (live: Fixture, body: unknown): Promise<Response> => postMatch(ask('sync/match', { body }), live.deps, {});

function shops(products: number): Fixture {
  const live = fixture();
  connectionRow(live);
  const numbers = Array.from({ length: products }, (_, n) => n);
  live.store.products = numbers.map((n) => storeProduct(String(n), `Product ${n}`, `SKU-${n}`));
  live.wixProducts.push(...numbers.map((n) => wixProduct(`w${n}`, `Product ${n}`, `SKU-${n}`)));
  return live;
}

async function matchAll(live: Fixture): Promise<number> {
  let cursor: string | null = null;
  let steps = 0;
  do {
    const response: Response = await match(live, cursor === null ? {} : { cursor });
    expect(response.status).toBe(200);
    cursor = (await response.json()).next;
    steps += 1;
  } while (cursor !== null && steps < 100);
  return steps;
}

describe('POST sync/match', () => {
  it('matches a small shop in one step', async () => {
    const live = shops(30);
    expect(await matchAll(live)).toBe(1);
    expect(live.tables.all('products').every(({ choice, wixProductId, storeProductId }) => choice === 'accepted' && wixProductId === `w${storeProductId}`)).toBe(true);
  });

  it('matches shops of 1,300 products step by step, each step within its calls, and ends', async () => {
    const live = shops(1300);
    await matchAll(live);
    const rows = live.tables.all('products');
    expect(rows).toHaveLength(1300);
    expect(rows.filter(({ choice }) => choice === 'accepted')).toHaveLength(1300);
    for (const budget of live.budgets) expect(budget.spent).toBeLessThanOrEqual(18);
  });

  it('holds a long catalog only against what has no certain counterpart yet, so that it costs little more than reading it', async () => {
    const live = shops(3_000);
    live.wixProducts.reverse();
    await matchAll(live);
    expect(live.tables.all('products').filter(({ choice, wixProductId, storeProductId }) => choice === 'accepted' && wixProductId === `w${storeProductId}`)).toHaveLength(3_000);
    expect(live.budgets.reduce((calls, { spent }) => calls + spent, 0)).toBeLessThan(330);
  });

  it('is over as soon as every product has its counterpart', async () => {
    const live = shops(100);
    live.wixProducts.push(...Array.from({ length: 2_000 }, (_, n) => wixProduct(`more${n}`, `Other ${n}`, `OTHER-${n}`)));
    expect(await matchAll(live)).toBe(2);
  });

  it("keeps a person's choice through every later matching", async () => {
    const live = shops(3);
    await matchAll(live);
    expect((await match(live, { storeProductId: '1', wixProductId: null })).status).toBe(200);
    expect((await match(live, { storeProductId: '2', wixProductId: 'w0' })).status).toBe(200);
    await matchAll(live);
    expect(live.tables.all('products').map(({ wixProductId, reason }) => [wixProductId, reason])).toEqual([['w0', expect.any(String)], [null, 'manual'], ['w0', 'manual']]);
  });

  it('has the reviews of a product looked at again once it is matched by hand', async () => {
    const live = shops(2);
    await matchAll(live);
    live.tables.put('links', linkRow({ _id: brandId<LinkId>('u'), state: 'unmatched', code: 'PRODUCT_UNMATCHED', wixProductId: brandId<WixProductId>('w1') }));
    await match(live, { storeProductId: '0', wixProductId: 'w1' });
    expect(live.hints.map(({ productId }) => productId)).toEqual(['0']);
    expect(live.tables.all('links')[0]?.dueAtMs).toBe(NOW_MS);
    expect(live.tables.all('connections')[0]?.backlogDueAtMs).toBe(NOW_MS);
  });

  it('has reviews that lost their product in the store go to the one that is matched in its place, and no others', async () => {
    const live = shops(2);
    await matchAll(live);
    const left = { state: 'skipped', code: 'PRODUCT_GONE', wixProductId: brandId<WixProductId>('w1'), wixReviewId: brandId<WixReviewId>('r') } as const;
    live.tables.put('links', linkRow({ ...left, _id: brandId<LinkId>('old'), storeProductId: brandId<StoreProductId>('9') }));
    live.tables.put('links', linkRow({ ...left, _id: brandId<LinkId>('same'), storeProductId: brandId<StoreProductId>('0') }));
    live.tables.put('links', linkRow({ ...left, _id: brandId<LinkId>('other'), storeProductId: brandId<StoreProductId>('9'), code: 'ROLLED_BACK' }));
    await match(live, { storeProductId: '0', wixProductId: 'w1' });
    expect(live.tables.all('links').map(({ _id, dueAtMs }) => [_id, dueAtMs])).toEqual([['old', NOW_MS], ['same', null], ['other', null]]);
    expect(live.tables.all('connections')[0]?.backlogDueAtMs).toBe(NOW_MS);
  });

  it('has the reviews of a product looked at again once it is found by a later matching', async () => {
    const live = shops(1);
    const [known] = live.wixProducts.splice(0);
    await matchAll(live);
    expect(live.hints).toEqual([]);
    if (known !== undefined) live.wixProducts.push(known);
    await matchAll(live);
    expect(live.hints.map(({ productId }) => productId)).toEqual(['0']);
  });

  it.each([
    [{ storeProductId: '99', wixProductId: 'w0' }, 'storeProductId'],
    [{ storeProductId: '0', wixProductId: 'not-ours' }, 'wixProductId'],
    [{ cursor: 'nonsense' }, 'cursor'],
  ])('refuses %j, naming %s', async (body, field) => {
    const live = shops(2);
    await matchAll(live);
    const response = await match(live, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'INPUT_INVALID', field } });
  });

  it('answers 409 when no store is connected', async () => {
    expect((await match(fixture(), {})).status).toBe(409);
  });
});
