import { describe, expect, it } from 'vitest';
import { brandId, type LinkId, type WixProductId, type WixReviewId } from '../../core/ids';
import type { ConflictRow } from '../sync/tables';
import { listConflicts } from './conflicts';
import { postConflicts } from './resolve-conflicts';
import { wixReview } from './testing/fake-reviews';
import { ask, connectionRow, fixture, NOW_MS, OTHER_SITE, SITE, type Fixture } from './testing/fixture';
import { linkRow } from './testing/link-row';
import { productRow } from './testing/product-row';
import { getTimeline } from './timeline';

const LINK = brandId<LinkId>('link');

function conflict(change: Partial<ConflictRow> = {}): ConflictRow {
  return { _id: 'c1', instanceId: SITE, linkId: LINK, field: 'body', winner: 'wix', lost: '"The seam held."', state: 'open', atMs: NOW_MS, ...change };
}

/** A review on Wix whose body won. */
function clashed(...conflicts: readonly ConflictRow[]): Fixture {
  const live = fixture();
  connectionRow(live);
  live.wixReviews.set('w-1', wixReview('w-1'));
  live.tables.put('links', linkRow({ _id: LINK, wixReviewId: brandId<WixReviewId>('w-1'), timeline: [{ atMs: NOW_MS, what: 'Copied to Wix', times: 1, code: null }] }));
  live.tables.put('conflicts', ...conflicts);
  return live;
}
const list = (live: Fixture, query = '') => listConflicts(ask(`sync/conflicts${query}`, { method: 'GET' }), live.deps, {});

describe('GET sync/conflicts', () => {
  it('shows what gave way beside what stands now, in at most 10 calls', async () => {
    const live = clashed(conflict(), conflict({ _id: 'c2', field: 'rating', lost: '5', atMs: NOW_MS - 1 }));
    const { items } = await (await list(live)).json();
    expect(items).toMatchObject([
      { id: 'c1', field: 'body', winner: 'wix', lost: 'The seam held.', stands: 'The seam opened.', state: 'open' },
      { id: 'c2', field: 'rating', lost: '5', stands: '2' },
    ]);
    expect(live.budgets[0]?.spent).toBeLessThanOrEqual(10);
  });

  it('says which review of which product it is about, and how many there are beyond this page', async () => {
    const live = clashed(...Array.from({ length: 23 }, (_, at) => conflict({ _id: `c${at}`, atMs: NOW_MS - at })));
    live.tables.put('links', linkRow({ _id: LINK, wixReviewId: brandId<WixReviewId>('w-1'), wixProductId: brandId<WixProductId>('p-1'), storeProductId: null, rating: 2 }));
    live.tables.put('products', productRow('1', { wixProductId: brandId<WixProductId>('p-1'), wixName: 'Red mug', choice: 'accepted' }));
    const { items, total } = await (await list(live)).json();
    expect(items[0]).toMatchObject({ product: 'Red mug', rating: 2, author: wixReview('w-1').fields.author, linkId: LINK });
    expect([items.length, total]).toEqual([20, 23]);
  });

  it('shows what gave way even while nobody can say what stands', async () => {
    const live = clashed(conflict());
    connectionRow(live, { paused: true });
    expect((await (await list(live)).json()).items).toMatchObject([{ lost: 'The seam held.', stands: null }]);
  });

  it.each([['open', ['c1']], ['kept', ['c2']], ['restored', ['c3']]])('lists those that are %s', async (state, ids) => {
    const live = clashed(conflict(), conflict({ _id: 'c2', state: 'kept' }), conflict({ _id: 'c3', state: 'restored' }));
    const { items } = await (await list(live, `?state=${state}`)).json();
    expect(items.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  it("leaves out another site's", async () => {
    const live = clashed(conflict({ instanceId: OTHER_SITE }));
    expect((await (await list(live)).json()).items).toEqual([]);
  });

  it.each(['?state=lost', '?side=wix'])('refuses %s with a coded 400', async (query) => {
    expect((await list(fixture(), query)).status).toBe(400);
  });
});

describe('POST sync/conflicts', () => {
  const resolve = async (live: Fixture, body: unknown) => postConflicts(ask('sync/conflicts', { body }), live.deps, {});

  it('ends each by itself: one that cannot be is named with its reason and holds up no other', async () => {
    const live = clashed();
    const answer = await (await resolve(live, { ids: ['a', 'busy', 'b'], pick: 'kept' })).json();
    expect(answer).toEqual({ results: [{ id: 'a', code: null }, { id: 'busy', code: 'BUSY' }, { id: 'b', code: null }] });
    expect(live.resolved).toEqual([{ id: 'a', pick: 'kept' }, { id: 'b', pick: 'kept' }]);
  });

  it('names those there were no calls left for, so that they can be asked for again', async () => {
    const live = clashed();
    const ids = Array.from({ length: 20 }, (_, n) => `c${n}`);
    const { results } = (await (await resolve(live, { ids, pick: 'restored' })).json()) as { results: { id: string; code: string | null }[] };
    expect(results).toHaveLength(20);
    const left = results.filter(({ code }) => code === 'BUDGET_SPENT');
    expect(left.length).toBeGreaterThan(0);
    expect(live.resolved).toHaveLength(20 - left.length);
  });

  it.each([[{ ids: [], pick: 'kept' }], [{ ids: Array.from({ length: 21 }, () => 'a'), pick: 'kept' }], [{ ids: ['a'], pick: 'both' }], [{ ids: ['a'] }]])('refuses %j with a coded 400', async (body) => {
    const live = clashed();
    expect((await resolve(live, body)).status).toBe(400);
    expect(live.resolved).toEqual([]);
  });
});

describe('GET sync/timeline', () => {
  const timeline = (live: Fixture, query = '?id=link') => getTimeline(ask(`sync/timeline${query}`, { method: 'GET' }), live.deps, {});

  it('tells what happened to one review and what gave way', async () => {
    const live = clashed(conflict());
    expect(await (await timeline(live)).json()).toMatchObject({
      item: { id: 'link' }, moments: [{ atMs: NOW_MS, what: 'Copied to Wix', times: 1, sentence: null }], conflicts: [{ id: 'c1', stands: 'The seam opened.' }],
    });
  });

  it('gives a reason in words where there is one', async () => {
    const live = clashed();
    live.tables.put('links', linkRow({ _id: LINK, timeline: [{ atMs: 1, what: 'Stays', times: 3, code: 'AUTHOR_NO_EMAIL' }] }));
    const { moments } = await (await timeline(live)).json();
    expect(moments).toMatchObject([{ times: 3, sentence: expect.stringMatching(/e-?mail/iu) as string }]);
  });

  it.each(['', '?id=', `?id=${'a'.repeat(65)}`, '?id=nobody@example.com'])('of "%s" is a coded 400 that does not repeat it', async (query) => {
    const response = await timeline(clashed(), query);
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain('INPUT_INVALID');
    expect(text).not.toContain('nobody@example.com');
  });

  it("of another site's review says that there is none", async () => {
    const live = clashed();
    live.tables.put('links', linkRow({ _id: brandId<LinkId>('theirs'), instanceId: OTHER_SITE }));
    expect((await timeline(live, '?id=theirs')).status).toBe(400);
  });
});
