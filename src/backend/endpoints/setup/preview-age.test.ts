import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../core/default-policy';
import { brandId, type LinkId } from '../../../core/ids';
import { runRowId } from '../../../core/link-id';
import { SyncError } from '../../../core/sync-error';
import { postMatch } from '../match';
import { wixReview } from '../testing/fake-reviews';
import { storeProduct } from '../testing/fake-store';
import { getPeople } from './people';
import { ask, connectionRow, fixture, NOW_MS, previewRow, SITE, wixProduct, type Fixture } from '../testing/fixture';
import { linkRow } from '../testing/link-row';
import { productRow, UNMATCHED } from '../testing/product-row';
import { postDecide } from './decide';
import { postFields } from './fields';
import { getPreviewAge } from './preview-age';
import type { PreviewAgeAnswer } from './setup-types';

const MADE_AT_MS = NOW_MS - 60_000;

/** A shop of two reviews whose preview is done. */
function shop(): Fixture {
  const live = fixture();
  connectionRow(live);
  live.wixReviews.set('a', wixReview('a')).set('b', wixReview('b'));
  live.preview = previewRow({ _id: runRowId(SITE), state: 'done', startedAtMs: MADE_AT_MS, wixTotal: 2, storeTotal: 0 });
  live.tables.put('previewRuns', live.preview);
  return live;
}

/** As the engine finds it, with what was put on record meanwhile. */
async function age(live: Fixture): Promise<PreviewAgeAnswer> {
  live.preview = live.tables.all('previewRuns')[0] ?? null;
  const response = await getPreviewAge(ask('setup/preview-age', { method: 'GET' }), live.deps, {});
  return response.json() as Promise<PreviewAgeAnswer>;
}

const decide = (live: Fixture, body: unknown): Promise<Response> => postDecide(ask('setup/decide', { body }), live.deps, {});
const match = (live: Fixture, body: unknown): Promise<Response> => postMatch(ask('sync/match', { body }), live.deps, {});
const save = (live: Fixture, body: unknown): Promise<Response> => postFields(ask('setup/fields', { body }), live.deps, {});

describe('GET setup/preview-age', () => {
  it('has nothing to say of a preview since which nothing happened, in five calls', async () => {
    const live = shop();
    expect(await age(live)).toEqual({ outdated: [], changed: 0 });
    expect(live.budgets.at(-1)?.spent).toBe(5);
  });

  it('has nothing to say where there is none', async () => {
    const live = fixture();
    connectionRow(live);
    expect(await age(live)).toEqual({ outdated: [], changed: 0 });
  });

  it('counts the reviews that events told of since', async () => {
    const live = shop();
    for (const [id, lastAtMs] of [['x', MADE_AT_MS - 1], ['y', MADE_AT_MS + 1], ['z', MADE_AT_MS + 2]] as const) live.tables.put('links', linkRow({ _id: brandId<LinkId>(id), lastAtMs }));
    expect((await age(live)).changed).toBe(2);
  });

  it('counts what no event told of, by how many the shops have now', async () => {
    const live = shop();
    live.wixReviews.set('c', wixReview('c')).set('d', wixReview('d')).set('e', wixReview('e'));
    expect((await age(live)).changed).toBe(3);
  });

  it('says with a code that the store does not answer', async () => {
    const live = shop();
    live.store.failing.set('listReviews', new SyncError('STORE_TIMEOUT'));
    expect(await age(live)).toMatchObject({ error: { code: 'STORE_TIMEOUT' } });
  });
});

describe('a store that is down', () => {
  const DOWN = { storeFailures: 4, storeProbeAtMs: NOW_MS + 60_000, storeProbes: 2, storeDownSinceMs: NOW_MS - 7_200_000, storeDownCode: 'STORE_TIMEOUT' } as const;

  it.each([
    ['the age of a preview', (live: Fixture) => age(live)],
    ['who wrote the reviews', async (live: Fixture) => (await getPeople(ask('setup/people', { method: 'GET' }), live.deps, {})).json()],
  ])('is not called by a page that asks for %s', async (_, look) => {
    const live = shop();
    connectionRow(live, DOWN);
    for (const call of ['listReviews', 'newestReviews'] as const) live.store.failing.set(call, new SyncError('STORE_TIMEOUT'));
    expect(await look(live)).toMatchObject({ error: { code: 'STORE_DOWN' } });
  });
});

describe('a preview is out of date', () => {
  it('once a suggested match was accepted', async () => {
    const live = shop();
    live.tables.put('products', productRow('1', { choice: 'suggested', reason: 'name', confidence: 0.7 }));
    await decide(live, { action: 'accept-close' });
    expect((await age(live)).outdated).toEqual(['products']);
  });

  it('once a matched product was opened again', async () => {
    const live = shop();
    live.tables.put('products', productRow('1'));
    await decide(live, { action: 'reopen', storeProductId: '1' });
    expect((await age(live)).outdated).toEqual(['products']);
  });

  it('once a product was matched by hand with another', async () => {
    const live = shop();
    live.wixProducts.push(wixProduct('w9', 'Cup'));
    live.tables.put('products', productRow('1'));
    await match(live, { storeProductId: '1', wixProductId: 'w9' });
    expect((await age(live)).outdated).toEqual(['products']);
  });

  it('once matching again found a counterpart', async () => {
    const live = shop();
    live.tables.put('products', productRow('1', UNMATCHED));
    live.store.products = [storeProduct('1', 'Cup', 'CUP-1')];
    live.wixProducts.push(wixProduct('w9', 'Cup', 'CUP-1'));
    await match(live, {});
    expect((await age(live)).outdated).toEqual(['products']);
  });

  it('once other fields were chosen, and by both when both were', async () => {
    const live = shop();
    await save(live, { ...DEFAULT_POLICY, onDelete: 'keep' });
    expect((await age(live)).outdated).toEqual(['fields']);
    live.tables.put('products', productRow('1'));
    await decide(live, { action: 'reopen', storeProductId: '1' });
    expect((await age(live)).outdated).toEqual(['products', 'fields']);
  });
});

describe('a preview stands', () => {
  it.each([
    ['products are left unmatched that had no counterpart anyway', (live: Fixture) => decide(live, { action: 'leave-open' })],
    ['such a choice is taken back', (live: Fixture) => decide(live, { action: 'reopen', storeProductId: '2' })],
    ['the same fields are saved again', (live: Fixture) => save(live, DEFAULT_POLICY)],
    ['matching again finds what it found before', (live: Fixture) => match(live, {})],
    ['a match is confirmed as it was', (live: Fixture) => match(live, { storeProductId: '1', wixProductId: 'w1' })],
  ])('when %s', async (_, act) => {
    const live = shop();
    live.wixProducts.push(wixProduct('w1', 'Product 1', 'P-1'));
    live.store.products = [storeProduct('1', 'Product 1', 'P-1')];
    await match(live, {});
    live.tables.put('products', productRow('2', { ...UNMATCHED, reason: 'manual' }));
    live.tables.put('previewRuns', previewRow({ _id: runRowId(SITE), state: 'done', startedAtMs: MADE_AT_MS, wixTotal: 2, storeTotal: 0 }));
    expect((await act(live)).status).toBe(200);
    expect((await age(live)).outdated).toEqual([]);
  });
});
