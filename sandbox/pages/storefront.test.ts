import { describe, expect, it } from 'vitest';
import type { Review } from '../wix/review';
import type { Done, Shop, WrittenReview } from './shop';
import { createStorefront } from './storefront';

const product = { id: 'p1', name: 'Coat <b>', sku: 'CL-1' };
const review: Review = {
  id: 'r1', namespace: 'stores', entityId: 'p1', content: { title: '<i>Title', body: '<script>x</script>', rating: 4, media: [] },
  author: { contactId: 'c', authorName: '<img>' }, createdDate: '2026-01-02T00:00:00Z', updatedDate: '2026-01-02T00:00:00Z', reviewDate: '2026-01-02T00:00:00Z',
  foundHelpful: 0, foundUnhelpful: 0, helpfulness: 0, moderation: { moderationStatus: 'IN_MODERATION', manuallyChanged: false },
  revision: '1', verified: false, origin: { type: 'ORGANIC' }, relevanceScore: 0, publishCount: 0,
};

function build(outcome: Done = { kind: 'done', note: 'Thank you.' }) {
  const done: string[] = [];
  const act = (what: string) => {
    done.push(what);
    return Promise.resolve(outcome);
  };
  const shop: Shop = {
    products: () => [product],
    reviews: () => [review],
    write: ({ name, rating }: WrittenReview) => act(`write ${name} ${String(rating)}`),
    edit: (id) => act(`edit ${id}`),
    remove: (id) => act(`remove ${id}`),
    moderate: (id, verdict) => act(`${verdict} ${id}`),
    reply: (id) => act(`reply ${id}`),
    vote: (id) => act(`vote ${id}`),
  };
  const site = { instanceId: 'i', name: 'Shop' };
  const app = createStorefront({ frameOf: () => ({ site, sites: [site] }), shopOf: () => shop, elements: [] });
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  return { app, post, done };
}

const written = { rating: '5', title: 't', body: 'b', name: 'Ann', email: 'ann@example.com' };

describe('the storefront', () => {
  it('shows every text as text', async () => {
    const { app } = build();
    const markup = (await (await app.request('/')).text()) + (await (await app.request('/product/p1')).text());
    expect(markup).not.toMatch(/<script>x|<i>Title|<img>|Coat <b>/u);
    expect(markup).toContain('&lt;script&gt;x');
  });

  it('says which reviews visitors do not see', async () => {
    expect(await (await build().app.request('/product/p1')).text()).toContain('hidden from visitors');
  });

  it('finds products by name or article, and says so when there are none', async () => {
    const { app } = build();
    expect(await (await app.request('/?q=cl-1')).text()).toContain('/site/product/p1');
    expect(await (await app.request('/?q=<zzz')).text()).toContain('Nothing matches “&lt;zzz”');
  });

  it('sends what a visitor wrote and redirects, so that a reload does not send it again', async () => {
    const { post, done } = build();
    const response = await post('/product/p1/reviews', written);
    expect([response.status, response.headers.get('location'), done]).toEqual([303, '/site/product/p1', ['write Ann 5']]);
  });

  it('keeps what was typed when it cannot be sent', async () => {
    const { post, done } = build();
    const response = await post('/product/p1/reviews', { ...written, email: 'no', body: 'Long words' });
    const markup = await response.text();
    expect([response.status, done]).toEqual([400, []]);
    expect(markup).toContain('Please check: email.');
    expect(markup).toContain('Long words</textarea>');
  });

  it('repeats the shop’s own reason when it refuses', async () => {
    const { post } = build({ kind: 'refused', why: 'Already reviewed.' });
    expect(await (await post('/product/p1/reviews', written)).text()).toContain('Already reviewed.');
  });

  it.each([
    ['edit', { rating: '2', title: '', body: 'b' }, 'edit r1'], ['reply', { message: 'm' }, 'reply r1'], ['delete', {}, 'remove r1'],
    ['approve', {}, 'APPROVED r1'], ['reject', {}, 'REJECTED r1'], ['helpful', {}, 'vote r1'],
  ] as const)('does %s when asked', async (act, fields, expected) => {
    const { post, done } = build();
    expect((await post(`/reviews/r1/${act}`, fields)).status).toBe(303);
    expect(done).toEqual([expected]);
  });

  it.each(['/product/none', '/reviews/none/delete', '/reviews/r1/burn'])('knows nothing of %s', async (path) => {
    const { app, post } = build();
    const response = path.startsWith('/product') ? await app.request(path) : await post(path, {});
    expect(response.status).toBe(404);
  });
});
