import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../core/default-policy';
import { brandId, type StoreProductId, type StoreReviewId } from '../../../core/ids';
import type { ReviewFields } from '../../../core/review';
import type { StoreReview } from '../../stores/store';
import { wixReview } from '../testing/fake-reviews';
import { ask, connectionRow, fixture, OTHER_SITE, type Fixture } from '../testing/fixture';
import { getFields, postFields } from './fields';
import type { FieldsAnswer } from './setup-types';

function storeReview(id: string, change: Partial<ReviewFields> = {}): StoreReview {
  return {
    id: brandId<StoreReviewId>(id), productId: brandId<StoreProductId>('1'), email: null, writtenAt: '2026-11-20T08:00:00.000Z', trashed: false,
    fields: { title: '', body: 'Fits as expected, and the colour stays.', rating: 5, author: 'Ada', status: 'published', reply: null, ...change },
  };
}

function shop(): Fixture {
  const live = fixture();
  connectionRow(live);
  return live;
}

const read = async (live: Fixture): Promise<FieldsAnswer> => (await getFields(ask('setup/fields', { method: 'GET' }), live.deps, {})).json() as Promise<FieldsAnswer>;
const save = (live: Fixture, body: unknown): Promise<Response> => postFields(ask('setup/fields', { body }), live.deps, {});

describe('GET setup/fields', () => {
  it('shows what is chosen, what the store can hold, and a telling review of each shop, in three calls', async () => {
    const live = shop();
    live.store.reviews = [storeReview('1', { body: 'ok' }), storeReview('2', { status: 'hidden', body: 'x'.repeat(80) }), storeReview('3', { body: 'Long enough to show what a copy of it looks like.' })];
    live.wixReviews.set('a', wixReview('a')).set('b', wixReview('b', { title: 'A title', body: 'Words enough to show what a copy looks like.' }));
    const answer = await read(live);
    expect(answer.policy).toEqual(DEFAULT_POLICY);
    expect(answer.capabilities.holds).not.toContain('title');
    expect([answer.examples.store?.body, answer.examples.wix?.title]).toEqual(['Long enough to show what a copy of it looks like.', 'A title']);
    expect(live.budgets[0]?.spent).toBe(3);
  });

  it('has nothing to show where there are no reviews', async () => {
    expect((await read(shop())).examples).toEqual({ wix: null, store: null });
  });
});

describe('POST setup/fields', () => {
  const policy = { ...DEFAULT_POLICY, truth: { ...DEFAULT_POLICY.truth, body: 'store' }, direction: { ...DEFAULT_POLICY.direction, status: 'off' }, onDelete: 'hide' };

  it('keeps what was chosen with the connection, and the next look shows it', async () => {
    const live = shop();
    expect(await (await save(live, policy)).json()).toEqual({ policy });
    expect((await read(live)).policy).toEqual(policy);
    expect(live.tables.all('connections')[0]).toMatchObject({ policy, storeName: 'Corner Shop', credentials: expect.stringContaining('sealed') });
  });

  it.each([
    ['a direction it does not know', { ...policy, direction: { ...policy.direction, body: 'sideways' } }],
    ['a field that is missing', { ...policy, truth: { body: 'wix' } }],
    ['a field too many', { ...policy, truth: { ...policy.truth, media: 'wix' } }],
    ['a site in the body', { ...policy, instanceId: OTHER_SITE }],
  ])('refuses %s and keeps what was', async (_, body) => {
    const live = shop();
    expect((await save(live, body)).status).toBe(400);
    expect(live.tables.all('connections')[0]?.policy).toEqual(DEFAULT_POLICY);
  });

  it('changes no other site', async () => {
    const live = shop();
    connectionRow(live, { instanceId: OTHER_SITE });
    await save(live, policy);
    expect(live.tables.all('connections').map((row) => row.policy.onDelete)).toEqual(['hide', 'delete']);
  });
});
