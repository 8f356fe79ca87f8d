import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type ContactId, type Email, type LinkId, type StoreProductId, type StoreReviewId } from '../../core/ids';
import type { ReviewFields } from '../../core/review';
import { SyncError } from '../../core/sync-error';
import type { StoreReview } from '../stores/store';
import { postConnect } from './connect';
import { postDisconnect } from './disconnect';
import { ask, connectionRow, fixture, NOW_MS, type Fixture } from './testing/fixture';
import { linkRow } from './testing/link-row';

const BEFORE = 'https://shop.example';
const KEYS = { url: BEFORE, key: 'ck_new', secret: 'cs_new' };
const MOVED = { ...KEYS, url: 'https://new-name.example' };
const REVIEWS = 5;

const fieldsOf = (at: number): ReviewFields => ({ title: '', body: `Words ${String(at)}`, rating: 4, author: 'Dana', status: 'published', reply: null });
const emailOf = (at: number): Email => `p${String(at)}@example.com` as Email;

/** A store whose reviews are all linked. Whatever address it is asked at, it is this one that answers. */
function linkedShop(): Fixture {
  const live = fixture();
  connectionRow(live, { webhookId: '77', webhookUrl: 'https://app.example/api/hooks/of-before', paused: true, sweptAtMs: NOW_MS - 1 });
  live.store.webhooks.set('77', { url: 'https://app.example/api/hooks/of-before', secret: 's', status: 'active' });
  const reviews: StoreReview[] = [];
  for (let at = 1; at <= REVIEWS; at += 1) {
    const [id, productId, contactId] = [brandId<StoreReviewId>(String(at)), brandId<StoreProductId>('p'), brandId<ContactId>(`c${String(at)}`)];
    reviews.push({ id, productId, fields: fieldsOf(at), email: emailOf(at), writtenAt: '2026-05-01T00:00:00Z', trashed: false });
    live.contacts.push({ id: contactId, email: emailOf(at) });
    live.tables.put('links', linkRow({ _id: brandId<LinkId>(`l${String(at)}`), storeReviewId: id, storeProductId: productId, contactId, storeSeen: fingerprints(fieldsOf(at)) }));
  }
  live.store.reviews = reviews;
  return live;
}

async function disconnected(): Promise<Fixture> {
  const live = linkedShop();
  await postDisconnect(ask('sync/disconnect'), live.deps, {});
  return live;
}

/** Another shop, whose numbers mean what strangers wrote. */
function becomeStranger(live: Fixture): void {
  live.store.reviews = live.store.reviews.map((review) => ({ ...review, email: 'stranger@example.com' as Email, fields: { ...review.fields, body: 'Something else' } }));
}

const connect = (live: Fixture, body: object): Promise<Response> => postConnect(ask('sync/connect', { body }), live.deps, {});
const errorOf = async (response: Response): Promise<unknown> => ((await response.json()) as { error?: unknown }).error;
const kept = ({ tables }: Fixture): unknown => tables.all('connections').map(({ storeUrl, ended }) => [storeUrl, ended === true]);

describe('a store that has another address by the same name', () => {
  it.each(['https://www.shop.example', 'https://shop.example/', 'shop.example', 'https://shop.example:443'])('%s goes on where it was, unasked, and is called there from then on', async (url) => {
    const live = await disconnected();
    becomeStranger(live);
    expect((await connect(live, { ...KEYS, url })).status).toBe(200);
    expect(live.tables.all('links')).toHaveLength(REVIEWS);
    expect(live.tables.all('connections')).toMatchObject([{ ended: false, storeUrl: url.includes('www') ? 'https://www.shop.example' : BEFORE }]);
    expect(live.openedWith.at(-1)).toMatchObject({ url: url.includes('www') ? 'https://www.shop.example' : BEFORE });
  });

  it('needs no disconnecting: keys and webhook are renewed there, and a pause stays one', async () => {
    const live = linkedShop();
    expect((await connect(live, { ...KEYS, url: 'https://www.shop.example' })).status).toBe(200);
    expect(live.tables.all('connections')).toMatchObject([{ storeUrl: 'https://www.shop.example', paused: true, nonce: 'nonce-1' }]);
    expect([...live.store.webhooks.keys()]).toEqual(['1']);
  });

  it.each(['https://shop.example/store', 'https://shop.example:8443', 'https://staging.shop.example'])('is not %s, where the host may serve another one', async (url) => {
    const live = await disconnected();
    becomeStranger(live);
    expect(await errorOf(await connect(live, { ...KEYS, url }))).toMatchObject({ code: 'OTHER_STORE' });
  });
});

describe('a store that moved to another name', () => {
  it('is known by its reviews, and its owner is asked before anything is kept', async () => {
    const live = await disconnected();
    const response = await connect(live, MOVED);
    expect(response.status).toBe(409);
    expect(await errorOf(response)).toMatchObject({ code: 'STORE_MOVED', got: '5 of 5 reviews' });
    expect(kept(live)).toEqual([[BEFORE, true]]);
    expect(live.store.webhooks.size).toBe(0);
  });

  it('goes on with everything that is linked once its owner says so', async () => {
    const live = await disconnected();
    const before = live.tables.all('links');
    const response = await connect(live, { ...MOVED, moved: true });
    expect([response.status, await response.json()]).toMatchObject([200, { connection: { storeUrl: MOVED.url }, match: null }]);
    expect(kept(live)).toEqual([[MOVED.url, false]]);
    expect(live.tables.all('links')).toEqual(before);
    expect([...live.store.webhooks.keys()]).toEqual(['1']);
  });

  it('may still be connected: what its owner chose and a pause go along', async () => {
    const live = linkedShop();
    expect(await errorOf(await connect(live, MOVED))).toMatchObject({ code: 'STORE_MOVED' });
    expect((await connect(live, { ...MOVED, moved: true })).status).toBe(200);
    expect(live.tables.all('connections')).toMatchObject([{ storeUrl: MOVED.url, paused: true, sweptAtMs: NOW_MS - 1 }]);
    expect([...live.store.webhooks.keys()], 'the webhook of before came along with the shop, and goes').toEqual(['1']);
  });

  it('loses no webhook of somebody else that has our old one’s number there', async () => {
    const live = linkedShop();
    live.store.webhooks.set('77', { url: 'https://parcels.example/hook', secret: 's', status: 'active' });
    expect((await connect(live, { ...MOVED, moved: true })).status).toBe(200);
    expect(live.store.webhooks.get('77')).toMatchObject({ url: 'https://parcels.example/hook' });
  });

  it('moves although the webhook of before cannot be looked up', async () => {
    const live = linkedShop();
    live.store.failing.set('subscription', new SyncError('STORE_TIMEOUT'));
    expect((await connect(live, { ...MOVED, moved: true })).status).toBe(200);
    expect(kept(live)).toEqual([[MOVED.url, false]]);
  });

  it('stays within the calls of one request, asked or confirmed', async () => {
    const live = linkedShop();
    await connect(live, MOVED);
    await connect(live, { ...MOVED, moved: true });
    expect(live.budgets.map(({ spent }) => spent <= 15)).toEqual([true, true]);
  });

  it('is not taken for moved while its reviews cannot be read', async () => {
    const live = await disconnected();
    live.store.failing.set('getReviews', new SyncError('STORE_TIMEOUT'));
    expect(await errorOf(await connect(live, { ...MOVED, moved: true }))).toMatchObject({ code: 'STORE_TIMEOUT' });
    expect(kept(live)).toEqual([[BEFORE, true]]);
  });
});

describe('a stranger’s store whose reviews have the same numbers', () => {
  it('is refused although somebody says that it moved', async () => {
    const live = await disconnected();
    becomeStranger(live);
    for (const body of [MOVED, { ...MOVED, moved: true }]) expect(await errorOf(await connect(live, body))).toMatchObject({ code: 'OTHER_STORE', field: 'url' });
    expect(kept(live)).toEqual([[BEFORE, true]]);
    expect(live.tables.all('links')).toHaveLength(REVIEWS);
    expect(live.store.webhooks.size).toBe(0);
  });

  it('is refused in the place of one that is connected', async () => {
    const live = linkedShop();
    becomeStranger(live);
    expect(await errorOf(await connect(live, { ...MOVED, moved: true }))).toMatchObject({ code: 'INPUT_INVALID', field: 'url' });
    expect(kept(live)).toEqual([[BEFORE, false]]);
  });

  it.each([false, 'yes', 1, null])('cannot be said to have moved by %j', async (moved) => {
    const response = await connect(await disconnected(), { ...MOVED, moved });
    expect([response.status, await errorOf(response)]).toMatchObject([400, { code: 'INPUT_INVALID', field: 'moved' }]);
  });
});
