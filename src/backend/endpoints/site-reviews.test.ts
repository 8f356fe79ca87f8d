import { describe, expect, it } from 'vitest';
import type { ShownReview } from '../../core/shown-review';
import { VISITOR_CALLS } from './call-limits';
import { getSiteReviews } from './site-reviews';
import type { ShowcaseQuery } from './showcase';
import { createVisitorBrake } from './visitor-brake';
import { ask, fixture, OTHER_SITE, SITE, type Fixture } from './testing/fixture';

function review(id: string, change: Partial<ShownReview> = {}): ShownReview {
  return {
    id, author: 'Ann', rating: 5, title: 'Good', body: 'Words', writtenAt: '2026-01-02T00:00:00.000Z', verified: true, fromStore: false,
    helpful: 0, unhelpful: 0, helpfulness: 0, reply: null, files: [], ...change,
  };
}

interface Asked {
  readonly site: string;
  readonly list: string;
  readonly query: ShowcaseQuery;
}

function shop(helpful: readonly ShownReview[], withFiles: readonly ShownReview[] = []): { readonly live: Fixture; readonly asked: Asked[] } {
  const live = fixture();
  const asked: Asked[] = [];
  live.showcase = (site, budget) => ({
    mostHelpful: async (query) => (budget.spend(), asked.push({ site, list: 'helpful', query }), helpful),
    withFiles: async (query) => (budget.spend(), asked.push({ site, list: 'files', query }), withFiles),
    complete: async (reviews) => (budget.spend(), reviews),
  });
  return { live, asked };
}

const get = (live: Fixture, query: string, as = 'visitor') => getSiteReviews(ask(`site/reviews?${query}`, { method: 'GET', as }), live.deps, {});
const braked = (live: Fixture): Fixture => ({ ...live, deps: { ...live.deps, brake: createVisitorBrake() } });

async function inTurn<T>(times: number, work: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let turn = 0; turn < times; turn += 1) results.push(await work());
  return results;
}

const photo = { kind: 'image', id: 'a~mv2.jpg', width: 4, height: 3, poster: null } as const;

describe('GET site/reviews', () => {
  it('answers the ten most helpful, most helpful first', async () => {
    const many = Array.from({ length: 14 }, (_, place) => review(`r${place}`, { helpfulness: place }));
    const answer = await (await get(shop(many).live, 'show=helpful')).json();
    expect(answer.helpful.map(({ id }: { id: string }) => id)).toEqual(['r13', 'r12', 'r11', 'r10', 'r9', 'r8', 'r7', 'r6', 'r5', 'r4']);
    expect(answer.photos).toEqual({ reviews: [], files: [] });
  });

  it('ranks by certainty and age when asked to, among a hundred', async () => {
    const { live, asked } = shop([review('one-of-one', { helpful: 1, helpfulness: 1 }), review('ninety', { helpful: 90, unhelpful: 10, helpfulness: 80 })]);
    const answer = await (await get(live, 'show=helpful&rank=balanced')).json();
    expect(answer.helpful.map(({ id }: { id: string }) => id)).toEqual(['ninety', 'one-of-one']);
    expect(asked[0]?.query.limit).toBe(100);
  });

  it('carries only what visitors may know, whatever the review holds', async () => {
    const leaky = { ...review('r', { files: [photo] }), contactId: 'contact-1', email: 'ann@example.com' };
    const text = await (await get(shop([leaky], [leaky]).live, 'show=both')).text();
    expect(text).not.toMatch(/contact|example\.com|unhelpful/);
    expect(Object.keys(JSON.parse(text).helpful[0]).sort()).toEqual(['author', 'body', 'fromStore', 'helpful', 'id', 'rating', 'reply', 'title', 'verified', 'writtenAt', 'writtenOn']);
  });

  it.each([['', 'January 2, 2026'], ['&lang=de', '2. Januar 2026'], ['&lang=%3Cb%3E', 'January 2, 2026']])('writes the day of every review in the language of the page: %j', async (lang, day) => {
    const list = [review('r', { files: [photo] })];
    const { helpful, photos } = await (await get(shop(list, list).live, `show=both${lang}`)).json();
    expect([helpful[0].writtenOn, photos.reviews[0].writtenOn]).toEqual([day, day]);
  });

  it('points each file at its review, sends a review once, and at most two hundred files', async () => {
    const many = Array.from({ length: 100 }, (_, place) => review(`r${place}`, { files: [photo, photo, photo] }));
    const { photos } = await (await get(shop([], [review('bare'), ...many]).live, 'show=photos')).json();
    expect(photos.files).toHaveLength(200);
    expect(photos.files[3]).toEqual({ ...photo, review: 1 });
    expect(photos.reviews[photos.files[199].review].id).toBe('r66');
    expect(photos.reviews).toHaveLength(67);
  });

  it('hands the filters on', async () => {
    const { live, asked } = shop([]);
    await get(live, 'show=both&product=p-1&min=4');
    expect(asked.map(({ query }) => query)).toEqual([{ productId: 'p-1', minRating: 4, limit: 10 }, { productId: 'p-1', minRating: 4, limit: 100 }]);
  });

  it.each(['show=helpful', 'show=photos', 'show=both'])('spends at most two calls for %s', async (query) => {
    const { live } = shop([review('r')], [review('r', { files: [photo] })]);
    expect((await get(live, query)).status).toBe(200);
    expect(live.budgets[0]?.limit).toBe(VISITOR_CALLS);
    expect(live.budgets[0]?.spent).toBeLessThanOrEqual(2);
  });

  it.each(['', 'show=all', 'show=helpful&min=0', 'show=helpful&rank=stars', 'show=helpful&product=', `show=helpful&product=${'x'.repeat(37)}`, `show=helpful&instanceId=${OTHER_SITE}`])('refuses the query "%s"', async (query) => {
    const { live, asked } = shop([]);
    const response = await get(live, query);
    expect([response.status, (await response.json()).error.code, asked]).toEqual([400, 'INPUT_INVALID', []]);
  });
});

describe('who may ask', () => {
  it.each(['visitor', 'member', 'owner-a'])('answers a %s about the site of the token', async (as) => {
    const { live, asked } = shop([]);
    expect((await get(live, 'show=helpful', as)).status).toBe(200);
    expect(asked[0]?.site).toBe(SITE);
  });

  it.each([['', 401], ['made-up', 401], ['other-app', 403]] as const)('turns "%s" away with a coded %i, and lets the widget read it', async (as, status) => {
    const { live, asked } = shop([]);
    const response = await get(live, 'show=helpful', as);
    expect([response.status, response.headers.get('access-control-allow-origin'), asked]).toEqual([status, '*', []]);
  });

  it('answers a browser that asks first, without a token', async () => {
    const response = await getSiteReviews(ask('site/reviews', { method: 'OPTIONS', as: '' }), fixture().deps, {});
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('makes a hurried visitor wait, without a call', async () => {
    const { live, asked } = shop([]);
    live.brakeMs = 12_300;
    const response = await get(live, 'show=helpful');
    expect([response.status, response.headers.get('retry-after'), asked]).toEqual([429, '13', []]);
  });

  it.each([['show=helpful', 59], ['show=photos', 30], ['show=both', 30]])('with %s pays for the calls it makes, and needs both free: %i answers a minute', async (query, answers) => {
    const live = braked(shop([]).live);
    const statuses = await inTurn(100, async () => (await get(live, query)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(answers);
  });

  it('pays nothing for a question that is not understood', async () => {
    const live = braked(shop([]).live);
    expect(new Set(await inTurn(100, async () => (await get(live, 'show=everything')).status))).toEqual(new Set([400]));
    expect((await get(live, 'show=both')).status).toBe(200);
  });
});

describe('what the browser may keep', () => {
  it('answers 304 to a browser that holds the same answer, and the new one when it changed', async () => {
    const first = await get(shop([review('r')]).live, 'show=helpful');
    const etag = first.headers.get('etag') ?? '';
    const again = async (live: Fixture, tag: string) => {
      const request = ask('site/reviews?show=helpful', { method: 'GET', as: 'visitor' });
      request.headers.set('if-none-match', tag);
      return getSiteReviews(request, live.deps, {});
    };
    expect((await again(shop([review('r')]).live, etag)).status).toBe(304);
    expect((await again(shop([review('r')]).live, `W/${etag}`)).status).toBe(304);
    expect((await again(shop([review('r', { helpful: 1 })]).live, etag)).status).toBe(200);
  });

  it('is asked about at each load and never shared between sites', async () => {
    const { headers } = await get(shop([]).live, 'show=helpful');
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual(['private, no-cache', 'authorization']);
  });
});
