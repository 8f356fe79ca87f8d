import { describe, expect, it } from 'vitest';
import { toStoreReview } from '../../../sim/world/store';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type StoreProductId, type WixProductId } from '../../core/ids';
import { productRowId } from '../../core/link-id';
import { CallBudget } from './call-budget';
import { claim } from './claim';
import { drain } from './drain';
import { INVOCATION_CALLS } from './invocation-calls';
import { meetStoreReview } from './meet-store-review';
import { receiveHint } from './receive-hint';
import { receiveWixEvent } from './receive-wix-event';
import { settle } from './settle';
import { settleProduct } from './settle-product';
import type { LinkRow, ProductRow } from './tables';
import { verifyPairs } from './verify-pairs';
import { walkFrom } from './walk.fixture';
import { walkWix } from './walk-wix';

const IN_STORE = brandId<StoreProductId>('sp1');
const ON_WIX = brandId<WixProductId>('wp1');

async function pairInStep(): Promise<TestSite> {
  const site = new TestSite();
  const review = site.writeOnWix('Fits well');
  await site.runEntrance((opener) => receiveWixEvent(site.event(review), opener));
  expect(site.link().state).toBe('in-step');
  site.calls.length = 0;
  return site;
}

function product(site: TestSite): ProductRow {
  const id = productRowId(site.connection().instanceId, IN_STORE);
  return site.world.rows.all('products').find(({ _id }) => _id === id) ?? expect.fail('Expected a row of the product');
}

async function settleLink(site: TestSite, set: Partial<LinkRow> = {}): Promise<LinkRow> {
  return site.run(async (session) => settle(session, (await claim(session, site.link(), set)) ?? expect.fail('Expected the link to be free')));
}

/** A product that is deleted for good takes its reviews along, and nobody says a word about them. */
function deleteInStore(site: TestSite): void {
  site.world.shops.closed.add(IN_STORE);
  for (const { id } of site.inStore()) site.world.shops.vanishFromStore(id);
}

function deleteOnWix(site: TestSite): void {
  site.world.shops.closed.add(ON_WIX);
  for (const { id } of site.onWix()) site.world.shops.deleteOnWix(id, false);
}

describe('a product that was deleted for good in the store', () => {
  it('takes no review of Wix along, not even after a sweep found them all missing', async () => {
    const site = await pairInStep();
    deleteInStore(site);
    expect(await settleLink(site, { gone: 'store' })).toMatchObject({ state: 'skipped', code: 'PRODUCT_GONE', dueAtMs: null, leaseUntilMs: 0 });
    expect(site.onWix()).toHaveLength(1);
    expect(site.writes()).not.toContain('wix.deleteReview');
  });

  it('is told apart from a review that merely vanished', async () => {
    const site = await pairInStep();
    for (const { id } of site.inStore()) site.world.shops.vanishFromStore(id);
    await settleLink(site, { gone: 'store' });
    expect(site.onWix()).toEqual([]);
    expect(site.link().state).toBe('gone');
  });

  it('is on record as gone, so that nothing new is sent to it', async () => {
    const site = await pairInStep();
    deleteInStore(site);
    await settleLink(site, { gone: 'store' });
    expect(product(site)).toMatchObject({ choice: 'gone', goneFrom: 'store', wixProductId: ON_WIX });
  });

  it('keeps what its owner had left unmatched as they left it', async () => {
    const site = await pairInStep();
    site.put('products', { ...product(site), choice: 'left', reason: 'manual' });
    deleteInStore(site);
    await settleLink(site, { gone: 'store' });
    expect(product(site)).toMatchObject({ choice: 'left', reason: 'manual' });
  });

  it('is asked about once: neither the next message about it nor the next sweep looks at its reviews again', async () => {
    const site = await pairInStep();
    deleteInStore(site);
    const look = async (): Promise<void> => {
      const { row } = await site.runEntrance((opener) => receiveHint(opener.openSite(site.connection().instanceId, new CallBudget(INVOCATION_CALLS)), IN_STORE));
      await site.run((session) => settleProduct(session, row));
    };
    await look();
    expect(site.link()).toMatchObject({ state: 'skipped', code: 'PRODUCT_GONE' });
    const before = site.link();
    site.calls.length = 0;
    await look();
    expect(site.calls).not.toContain('store.getProduct');
    expect(await site.run((session) => verifyPairs(session, null, 777))).toEqual({ kind: 'end', done: 0, absent: 0 });
    expect(site.link()).toEqual(before);
  });

  it('costs nobody a review that comes later: it waits for another product', async () => {
    const site = new TestSite();
    site.world.shops.closed.add(IN_STORE);
    const review = site.writeOnWix('Came too late');
    await site.runEntrance((opener) => receiveWixEvent(site.event(review), opener));
    expect(site.link()).toMatchObject({ state: 'unmatched', code: 'PRODUCT_UNMATCHED', intent: null, dueAtMs: null });
    expect(product(site)).toMatchObject({ choice: 'gone', goneFrom: 'store' });
  });
});

describe('a product in the bin of the store', () => {
  it('leaves its reviews undecided, which changes nothing on Wix, and is no longer compared every day', async () => {
    const site = await pairInStep();
    site.world.shops.closed.add(IN_STORE);
    for (const { id, fields } of site.inStore()) site.world.shops.changeInStore(id, { fields: { ...fields, status: 'pending' } }, false);
    expect(await settleLink(site, { gone: 'store' })).toMatchObject({ state: 'skipped', code: 'PRODUCT_GONE' });
    expect(site.onWix()).toMatchObject([{ fields: { status: 'published' } }]);
  });

  it('goes on where it was when it is taken out again', async () => {
    const site = await pairInStep();
    site.world.shops.closed.add(IN_STORE);
    for (const { id, fields } of site.inStore()) site.world.shops.changeInStore(id, { fields: { ...fields, status: 'pending' } }, false);
    await settleLink(site);
    site.world.shops.closed.clear();
    for (const { id, fields } of site.inStore()) site.world.shops.changeInStore(id, { fields: { ...fields, status: 'published' } }, false);
    expect(await settleLink(site)).toMatchObject({ state: 'in-step', code: null });
    expect([site.onWix().length, site.inStore().length]).toEqual([1, 1]);
  });

  it('is no reason to ask about a product whose review somebody only took back', async () => {
    const site = await pairInStep();
    for (const { id, fields } of site.inStore()) site.world.shops.changeInStore(id, { fields: { ...fields, status: 'pending' } }, false);
    expect((await settleLink(site)).code).not.toBe('PRODUCT_GONE');
    expect(product(site).choice).toBe('accepted');
  });
});

describe('a product that was deleted on Wix', () => {
  it('takes no review of the store along, although Wix tells of each that it is deleted', async () => {
    const site = await pairInStep();
    deleteOnWix(site);
    expect(await settleLink(site, { gone: 'wix' })).toMatchObject({ state: 'skipped', code: 'PRODUCT_GONE' });
    expect(site.inStore()).toMatchObject([{ trashed: false }]);
    expect(product(site)).toMatchObject({ choice: 'gone', goneFrom: 'wix' });
  });

  it('is told apart from a review that was deleted', async () => {
    const site = await pairInStep();
    for (const { id } of site.onWix()) site.world.shops.deleteOnWix(id, false);
    expect((await settleLink(site, { gone: 'wix' })).state).toBe('gone');
    expect(site.inStore()).toEqual([]);
  });
});

describe('a store product that has a successor', () => {
  const SUCCESSOR = brandId<StoreProductId>('sp7');

  /** One review born on either side, of which the product was deleted in the store. */
  async function orphaned(): Promise<TestSite> {
    const site = await pairInStep();
    site.addPerson(2);
    site.writeInStore('Bought here', { person: 2, writtenAt: '2026-05-02T00:00:00Z' });
    await site.run((session) => meetStoreReview(session, toStoreReview(site.inStore().find(({ fields }) => fields.body === 'Bought here') ?? expect.fail('Expected it')), null));
    expect(site.links().map(({ state }) => state)).toEqual(['in-step', 'in-step']);
    deleteInStore(site);
    for (const link of site.links()) await site.run(async (session) => settle(session, (await claim(session, link, { gone: 'store' })) ?? expect.fail('Expected it free')));
    expect(site.links().map(({ code }) => code)).toEqual(['PRODUCT_GONE', 'PRODUCT_GONE']);
    site.calls.length = 0;
    return site;
  }

  function matchWith(site: TestSite, storeProductId: StoreProductId): void {
    const { instanceId } = site.connection();
    site.put('products', { ...product(site), _id: productRowId(instanceId, storeProductId), storeProductId, wixProductId: ON_WIX, choice: 'accepted', goneFrom: null });
  }

  async function walkAndDrain(site: TestSite): Promise<void> {
    await site.run((session) => walkWix(session, null, walkFrom(session.clock.nowMs())));
    for (let minute = 1; minute <= 3; minute += 1) {
      site.passMs(60_000);
      await site.run(drain);
    }
  }

  it('gets the reviews of the Wix product, wherever they were born, at the next walk: once, and nothing is deleted', async () => {
    const site = await orphaned();
    matchWith(site, SUCCESSOR);
    await walkAndDrain(site);
    await walkAndDrain(site);
    expect(site.inStore().map(({ productId, fields }) => [productId, fields.body]).sort()).toEqual([[SUCCESSOR, 'Bought here'], [SUCCESSOR, 'Fits well']]);
    expect(site.onWix()).toHaveLength(2);
    expect(site.links()).toMatchObject([{ state: 'in-step', code: null, storeProductId: SUCCESSOR, birth: 'wix' }, { state: 'in-step', code: null, storeProductId: SUCCESSOR, birth: 'wix' }]);
    expect(site.writes()).toEqual(['store.createReviews', 'store.createReviews']);
  });

  it('adopts what its owner copied there themselves', async () => {
    const site = await orphaned();
    matchWith(site, SUCCESSOR);
    site.world.shops.createInStore({ productId: SUCCESSOR, email: site.world.people[0]?.email ?? null, fields: site.onWix()[0]?.fields ?? expect.fail('Expected a review'), writtenAt: '2026-05-01T00:00:00Z', byApp: false });
    await walkAndDrain(site);
    expect(site.inStore()).toHaveLength(2);
  });

  it('gives edits and deletions back to the pair as to any other', async () => {
    const site = await orphaned();
    matchWith(site, SUCCESSOR);
    await walkAndDrain(site);
    for (const { id } of site.inStore()) site.world.shops.changeInStore(id, { trashed: true }, false);
    for (const link of site.links()) await site.run(async (session) => settle(session, (await claim(session, link)) ?? expect.fail('Expected it free')));
    expect(site.onWix()).toEqual([]);
  });

  it('changes nothing while there is none, nor by the very product that is gone', async () => {
    const site = await orphaned();
    const before = site.links();
    await walkAndDrain(site);
    matchWith(site, IN_STORE);
    await walkAndDrain(site);
    expect(site.links()).toEqual(before);
    expect(site.writes()).toEqual([]);
  });
});

it('a review that somebody put in the bin themselves is a deletion, whatever became of its product', async () => {
  const site = await pairInStep();
  site.world.shops.closed.add(IN_STORE);
  for (const { id } of site.inStore()) site.world.shops.changeInStore(id, { trashed: true }, false);
  await settleLink(site);
  expect(site.onWix()).toEqual([]);
});
