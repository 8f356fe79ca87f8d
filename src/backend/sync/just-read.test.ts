import { expect, it } from 'vitest';
import { brandId, type StoreReviewId } from '../../core/ids';
import { TestSite } from '../../../test/support/test-site';
import { justRead } from './just-read';
import type { SyncSession } from './session';

const storeCalls = (site: TestSite): readonly string[] => site.calls.filter((call) => call.startsWith('store.'));

async function knowing(work: (session: SyncSession, site: TestSite) => Promise<void>): Promise<TestSite> {
  const site = new TestSite();
  const review = site.writeInStore('Fits well');
  await site.run((session) => work(justRead(session, { ...review }), site));
  return site;
}

it('answers the next question for the review without a call', async () => {
  const site = await knowing(async ({ store }, { world }) => {
    const [id] = world.shops.store.keys();
    expect(id === undefined ? null : await store.getReview(id)).toMatchObject({ id, fields: { body: 'Fits well' } });
  });
  expect(storeCalls(site)).toEqual([]);
});

it('asks the store from then on, so that what was written since is seen', async () => {
  const site = await knowing(async ({ store }, { world }) => {
    const [record] = world.shops.store.values();
    if (record === undefined) throw new Error('Expected a review');
    await store.getReview(record.id);
    world.shops.changeInStore(record.id, { fields: { ...record.fields, body: 'Too small' } }, false);
    expect(await store.getReview(record.id)).toMatchObject({ fields: { body: 'Too small' } });
  });
  expect(storeCalls(site)).toEqual(['store.getReview']);
});

it('says nothing of any other review', async () => {
  const site = await knowing(async ({ store }) => {
    expect(await store.getReview(brandId<StoreReviewId>('999'))).toBeNull();
  });
  expect(storeCalls(site)).toEqual(['store.getReview']);
});

it('leaves everything else to the store, and the session it was given as it was', async () => {
  const site = new TestSite();
  const review = site.writeInStore('Fits well');
  await site.run(async (session) => {
    const { store } = justRead(session, { ...review });
    expect(store.capabilities).toBe(session.store.capabilities);
    expect((await store.listReviewsOf(review.productId, null)).items).toHaveLength(1);
    await session.store.getReview(review.id);
  });
  expect(storeCalls(site)).toEqual(['store.listReviewsOf', 'store.getReview']);
});
