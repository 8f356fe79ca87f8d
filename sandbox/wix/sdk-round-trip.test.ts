import { appInstances } from '@wix/app-management';
import { contacts } from '@wix/crm';
import { items } from '@wix/data';
import { reviews } from '@wix/reviews';
import { AppStrategy, createClient } from '@wix/sdk';
import { catalogVersioning, products, productsV3 } from '@wix/stores';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { applySeedToWix } from '../seed/apply-seed-to-wix';
import { buildSeed } from '../seed/seed';
import { APP, COLLECTION, SITE, testSite, type TestSite } from './test-site';

/** The real SDK with nothing changed but the network: the app's own calls travel exactly like this. */
function sdk({ wix }: TestSite) {
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => wix.fetch(new Request(input, init)));
  return createClient({
    auth: AppStrategy({ appId: APP.id, appSecret: APP.secret, publicKey: wix.publicKeyPem, instanceId: SITE }),
    modules: { reviews, contacts, items, products, productsV3, catalogVersioning, appInstances },
  });
}

async function withReview(rating = 5) {
  const site = await testSite();
  const client = sdk(site);
  const contactId = await site.contact('ann@example.com');
  const create = (entityId: string) =>
    client.reviews.createReview({ namespace: 'stores', entityId, author: { contactId, authorName: 'Ann' }, content: { title: 'T', body: 'B', rating }, reviewDate: new Date('2024-01-02T03:04:05Z') });
  return { site, client, contactId, create, review: await create('product-1') };
}

afterEach(() => vi.unstubAllGlobals());

describe('the real SDK against the stand-in', () => {
  it('creates, reads, changes, answers, hides and deletes a review', async () => {
    const { site, client, review } = await withReview();
    const id = review._id ?? '';
    expect(review).toMatchObject({ revision: '1', origin: { type: 'APP', appId: APP.id }, moderation: { moderationStatus: 'APPROVED' }, reviewDate: new Date('2024-01-02T03:04:05Z') });
    expect(await client.reviews.updateReview(id, { revision: '1', content: { rating: 2, body: 'New' } })).toMatchObject({ revision: '2', content: { title: 'T', body: 'New', rating: 2 } });
    expect((await client.reviews.setReply(id, 'Thanks')).review?.reply?.message).toBe('Thanks');
    expect((await client.reviews.removeReply(id)).review?.reply).toBeUndefined();
    expect((await client.reviews.updateModerationStatus(id, { status: 'REJECTED' })).review?.moderation).toEqual({ moderationStatus: 'REJECTED', manuallyChanged: true });
    await expect(client.reviews.getReview(id)).rejects.toMatchObject({ status: 404 });
    expect(await client.reviews.getReview(id, { returnPrivateReviews: true })).toMatchObject({ _id: id });
    expect((await client.reviews.deleteReview(id)).review?._id).toBe(id);
    expect(site.wix.wrongAnswers()).toEqual([]);
  });

  it('refuses a second review of one contact for one product, and a stale revision', async () => {
    const { create, client, review } = await withReview();
    await expect(create('product-1')).rejects.toMatchObject({ status: 409, details: { applicationError: { code: 'ALREADY_EXISTS' } } });
    await expect(client.reviews.updateReview(review._id ?? '', { revision: '7', content: { rating: 1 } })).rejects.toMatchObject({ status: 409 });
  });

  it('pages through a query whose cursor carries filter and order', async () => {
    const { client, create } = await withReview();
    for (const product of ['product-2', 'product-3', 'product-4']) await create(product);
    const first = await client.reviews.queryReviews({ returnPrivateReviews: true }).ne('entityId', 'product-2').descending('_createdDate').limit(2).find();
    const second = await first.next();
    expect([first.items.length, second.items.length, second.hasNext()]).toEqual([2, 1, false]);
    expect(new Set([...first.items, ...second.items].map(({ entityId }) => entityId))).toEqual(new Set(['product-1', 'product-3', 'product-4']));
    expect(await client.reviews.countReviews({ filter: { 'content.rating': { $lt: 3 } } })).toEqual({ count: 0 });
  });

  it('reports each item of a bulk create, and nothing of them unless asked', async () => {
    const { site, client, contactId } = await withReview();
    const review = (entityId: string, rating: number) => ({ namespace: 'stores', entityId, author: { contactId }, content: { rating, body: 'b' } });
    const told = await client.reviews.bulkCreateReview([review('product-1', 4), review('product-9', 4), review('product-8', 9)], { returnEntity: true });
    expect(told.results?.map(({ itemMetadata }) => itemMetadata?.error?.code ?? 'ok')).toEqual(['ALREADY_EXISTS', 'ok', 'INVALID_ARGUMENT']);
    const untold = await client.reviews.bulkCreateReview([review('product-1', 4)], {});
    expect(untold).toMatchObject({ bulkActionMetadata: { totalFailures: 1, undetailedFailures: 1 } });
    expect(untold.results ?? []).toEqual([]);
    expect(site.wix.wrongAnswers()).toEqual([]);
  });

  it('filters by having media, which is stored by its id', async () => {
    const { client, contactId } = await withReview();
    await client.reviews.createReview({ namespace: 'stores', entityId: 'p', author: { contactId }, content: { rating: 5, media: [{ image: 'wix:image://v1/abc~mv2.jpg/f.jpg#originWidth=10&originHeight=20' }] } });
    const found = await client.reviews.queryReviews({ filter: { 'content.media': { $isEmpty: false } } }, {});
    expect(found.reviews?.map(({ content }) => content?.media?.[0]?.image)).toEqual(['wix:image://v1/abc~mv2.jpg/f.jpg#originWidth=10&originHeight=20']);
  });

  it('finds contacts by address and names the one that already owns it', async () => {
    const { client, contactId } = await withReview();
    const found = await client.contacts.queryContacts().in('primaryInfo.email', ['ann@example.com', 'nobody@example.com']).limit(100).find();
    expect(found.items.map(({ _id }) => _id)).toEqual([contactId]);
    await expect(client.contacts.createContact({ emails: { items: [{ email: 'ANN@example.com' }] } }, { allowDuplicates: false })).rejects.toMatchObject({
      status: 409, details: { applicationError: { code: 'DUPLICATE_CONTACT_EXISTS', data: { duplicateContactId: contactId } } },
    });
  });

  it('keeps items: unique ids, whole-row saves, atomic increments, queries and bulk results', async () => {
    const client = sdk(await testSite());
    await client.items.insert(COLLECTION, { _id: 'a', n: 1, at: new Date('2024-01-01T00:00:00Z') });
    await expect(client.items.insert(COLLECTION, { _id: 'a', n: 2 })).rejects.toMatchObject({ details: { applicationError: { code: 'WDE0074' } } });
    expect(await client.items.patch(COLLECTION, 'a').incrementField('n', 2).setField('due', null).run()).toMatchObject({ n: 3, due: null });
    expect(await client.items.bulkInsert(COLLECTION, [{ _id: 'a', n: 0 }, { _id: 'b', n: 9 }, { _id: 'c', n: 7 }])).toMatchObject({ inserted: 2, skipped: 1 });
    expect(await client.items.bulkSave(COLLECTION, [{ _id: 'b', n: 10 }, { _id: 'd', n: 1 }])).toMatchObject({ inserted: 1, updated: 1 });
    const found = await client.items.query(COLLECTION).hasSome('_id', ['a', 'b', 'x']).le('n', 10).descending('n').limit(50).find({ consistentRead: true });
    expect(found.items.map(({ _id, n }) => [_id, n])).toEqual([['b', 10], ['a', 3]]);
    expect(await client.items.get(COLLECTION, 'a')).toMatchObject({ at: new Date('2024-01-01T00:00:00Z') });
    expect(await client.items.get(COLLECTION, 'nothing')).toBeNull();
    expect(await client.items.bulkRemove(COLLECTION, ['a', 'nothing'])).toMatchObject({ removed: 1, skipped: 1 });
    expect(await client.items.query(COLLECTION).count()).toBe(3);
  });

  it('shows each site its own catalog version and refuses the other one', async () => {
    const site = await testSite();
    const seed = buildSeed();
    applySeedToWix(site.wix, seed, SITE);
    const client = sdk(site);
    expect(await client.catalogVersioning.getCatalogVersion()).toMatchObject({ catalogVersion: 'V3_CATALOG' });
    const first = await client.productsV3.queryProducts().limit(100).find();
    expect([first.items.length, (await first.next()).items.length]).toEqual([100, seed.wixProducts.length - 100]);
    const two = first.items.slice(0, 2).map(({ _id }) => String(_id));
    expect((await client.productsV3.queryProducts().in('_id', [...two, 'elsewhere']).find()).items).toHaveLength(2);
    await expect(client.products.queryProducts().find()).rejects.toMatchObject({ status: 428 });
    site.wix.updateSite(SITE, { catalogVersion: 'V1_CATALOG' });
    const page = await client.products.queryProducts().limit(100).find();
    expect(page.items[0]).toMatchObject({ sku: expect.stringMatching(/^CL-/u) });
    expect((await client.products.queryProducts().in('_id', [...two, 'elsewhere']).find()).items).toHaveLength(2);
    expect(await client.appInstances.getAppInstance()).toMatchObject({ instance: { instanceId: SITE } });
  });

  it('walks a thousand seeded reviews without the official schemas finding fault', async () => {
    const site = await testSite();
    applySeedToWix(site.wix, buildSeed(), SITE);
    let page = await sdk(site).reviews.queryReviews({ returnPrivateReviews: true }).eq('namespace', 'stores').ascending('_createdDate').limit(100).find();
    let seen = page.items.length;
    while (page.hasNext()) {
      page = await page.next();
      seen += page.items.length;
    }
    expect(seen).toBe(575);
    expect(site.wix.wrongAnswers()).toEqual([]);
  });

  it('signs events so that the SDK accepts them and hands over the entity', async () => {
    const { site, client, review } = await withReview();
    await site.wix.events.flush();
    const seen: unknown[] = [];
    client.reviews.onReviewCreated((event) => void seen.push(event));
    const created = site.delivered.find(({ eventType }) => eventType === 'wix.reviews.v1.review_created');
    await client.webhooks.process(created?.jwt ?? '');
    expect(seen).toEqual([expect.objectContaining({ entity: expect.objectContaining({ _id: review._id, _createdDate: expect.any(Date) }), metadata: expect.objectContaining({ entityId: review._id, instanceId: SITE, identity: { identityType: 'APP', appId: APP.id }, entityEventSequence: '1' }) })]);
  });
});
