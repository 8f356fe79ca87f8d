import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../core/fingerprint';
import { brandId, type ContactId, type WixProductId } from '../../core/ids';
import type { ReviewFields } from '../../core/review';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { claim } from './claim';
import { storeBornLink, wixBornLink } from './new-link';
import { receiveWixEvent } from './receive-wix-event';
import type { SyncSession } from './session';
import { settle, SETTLE_CALLS } from './settle';
import type { ConnectionRow, LinkRow } from './tables';

/** A pair in step, written on Wix. */
async function pairInStep(words: Partial<ReviewFields> = {}): Promise<TestSite> {
  const site = new TestSite();
  const review = site.writeOnWix('Fits well', words);
  await site.runEntrance((opener) => receiveWixEvent(site.event(review), opener));
  expect(site.link().state).toBe('in-step');
  return site;
}

/** A Wix review that was met and not copied yet. */
function metOnWix(words: Partial<ReviewFields> = {}): TestSite {
  const site = new TestSite();
  const event = site.event(site.writeOnWix('Fits well', words));
  site.put('links', wixBornLink(event.instanceId, event, site.nowMs));
  return site;
}

/** The same of a store review. */
function metInStore(words: Partial<ReviewFields> = {}): TestSite {
  const site = new TestSite();
  site.put('links', storeBornLink(INSTANCE, { ...site.writeInStore('Fits well', words) }, brandId<WixProductId>('wp1'), brandId<ContactId>('k1'), site.nowMs));
  return site;
}

/** Claims the link and settles it; what is on record of calls afterwards is the settle's alone. */
async function settleLink(site: TestSite, set: Partial<LinkRow> = {}, use: (session: SyncSession) => SyncSession = (session) => session): Promise<LinkRow> {
  return site.run(async (session) => {
    const owned = await claim(session, site.link(), set);
    if (owned === null) throw new Error('Expected the link to be free');
    site.calls.length = 0;
    return settle(use(session), owned);
  });
}

function onWix(site: TestSite, change: Partial<ReviewFields>): void {
  for (const { id } of site.onWix()) site.world.shops.changeOnWix(id, change, false);
}
function inStore(site: TestSite, change: Partial<ReviewFields>): void {
  for (const { id, fields } of site.inStore()) site.world.shops.changeInStore(id, { fields: { ...fields, ...change } }, false);
}
function setPolicy(site: TestSite, change: Partial<ConnectionRow['policy']>): void {
  const connection = site.connection();
  site.put('connections', { ...connection, policy: { ...connection.policy, ...change } });
}

const LOOK = ['store.getReview', 'wix.getReview'];

describe('settling a link', () => {
  it('that is in step looks at each side once, writes one row and nothing else', async () => {
    const site = await pairInStep();
    const before = site.link();
    const settled = await settleLink(site);
    expect(site.calls).toEqual([...LOOK, 'rows.patch']);
    expect(settled).toEqual({ ...before, marks: before.marks + 1, turn: before.turn + 1 });
    expect(site.link()).toEqual(settled);
  });

  it('of a new Wix review looks where it goes, leaves its intent, copies it, records it', async () => {
    const site = metOnWix();
    expect(await settleLink(site)).toMatchObject({ state: 'in-step', outcome: 'created-in-store', lastEvent: 'Copied to the store' });
    expect(site.calls).toEqual(['wix.getReview', 'rows.find', 'wix.contactsById', 'rows.patch', 'store.createReviews', 'rows.patch']);
    expect(site.calls.length).toBeLessThanOrEqual(SETTLE_CALLS.usually);
  });

  it('looks for no earlier copy when the caller has only just written the row', async () => {
    const site = metOnWix();
    site.put('links', { ...site.link(), intent: { kind: 'create', on: 'store', sent: site.link().wixSeen ?? expect.fail('Expected the review to have been seen') } });
    const owned = site.link();
    await site.run(async (session) => settle(session, owned, { fresh: true }));
    expect(site.calls).not.toContain('store.findReviews');
    expect(site.inStore()).toHaveLength(1);
  });

  it.each([
    ['an edit on Wix', (site: TestSite) => { onWix(site, { body: 'Runs small' }); }, {}, ['rows.patch', 'store.updateReview']],
    ['an edit in the store', (site: TestSite) => { inStore(site, { rating: 5 }); }, {}, ['rows.patch', 'wix.updateReview']],
    ['hiding in the store', (site: TestSite) => { inStore(site, { status: 'hidden' }); }, {}, ['rows.patch', 'wix.moderate']],
    ['a deletion on Wix', (site: TestSite) => { for (const { id } of site.onWix()) site.world.shops.deleteOnWix(id, false); }, { gone: 'wix' } as const, ['wix.getCatalog', 'wix.getProduct', 'store.trashReview']],
  ])('carries %s across within the usual number of calls', async (_name, change, mark, between) => {
    const site = await pairInStep();
    change(site);
    await settleLink(site, mark);
    expect(site.calls).toEqual([...LOOK, ...between, 'rows.patch']);
    expect(site.calls.length).toBeLessThanOrEqual(SETTLE_CALLS.usually);
  });

  it('carries an edit that also hides across as two changes, each announced, and hides first', async () => {
    const site = await pairInStep();
    onWix(site, { body: 'Runs small', status: 'hidden' });
    await settleLink(site);
    expect(site.calls).toEqual([...LOOK, 'rows.patch', 'store.setStatus', 'rows.patch', 'store.updateReview', 'rows.patch']);
    expect(site.calls.length).toBeLessThanOrEqual(SETTLE_CALLS.most);
  });

  it('does not hide again what a person has shown since, when only the rest of an edit had failed', async () => {
    const site = await pairInStep();
    inStore(site, { body: 'Runs small', status: 'hidden' });
    site.fail({ call: 'wix.updateReview', how: 'before' });
    await settleLink(site);
    onWix(site, { status: 'published' });
    await settleLink(site);
    expect(site.writes()).toEqual(['wix.updateReview', 'store.setStatus']);
    expect(site.onWix()).toMatchObject([{ fields: { body: 'Runs small', status: 'published' } }]);
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Runs small', status: 'published' } }]);
  });

  it('settled once more straight away, makes no further write', async () => {
    const site = await pairInStep();
    onWix(site, { body: 'Runs small', rating: 2 });
    await settleLink(site);
    await settleLink(site);
    expect(site.writes()).toEqual([]);
  });
});

it('a review whose obstacle in the store is gone is copied, and the row says from then on that it was born on Wix', async () => {
  const site = metOnWix();
  const other = site.writeInStore('Something else', { writtenAt: '2026-05-09T00:00:00Z' });
  site.put('links', { ...site.link(), birth: 'store', state: 'skipped', code: 'DIFFERENT_REVIEWS', storeReviewId: other.id, storeProductId: other.productId });
  site.world.shops.changeInStore(other.id, { trashed: true }, false);
  await settleLink(site);
  expect(site.inStore()).toMatchObject([{ fields: { body: 'Fits well' } }]);
  expect(site.link()).toMatchObject({ state: 'in-step', birth: 'wix', outcome: 'created-in-store', storeReviewId: site.inStore()[0]?.id });
});

describe("the shop's answer to a review that is copied", () => {
  it.each([
    ['to the store', 'store', (site: TestSite) => site.inStore().map(({ fields }) => fields.reply)],
    ['to Wix', 'wix', (site: TestSite) => site.onWix().map(({ fields }) => fields.reply)],
  ] as const)('follows as a change of its own, at once: %s', async (_name, side, replies) => {
    const site = side === 'store' ? metOnWix({ reply: 'Thank you' }) : metInStore({ reply: 'Thank you' });
    const copied = await settleLink(site);
    expect([replies(site), copied.state]).toEqual([[null], 'in-step']);
    expect(copied.dueAtMs ?? Infinity).toBeLessThanOrEqual(site.nowMs);
    expect(await settleLink(site)).toMatchObject({ state: 'in-step', dueAtMs: null });
    expect(replies(site)).toEqual(['Thank you']);
  });

  it('leaves nothing due where there is none', async () => {
    expect((await settleLink(metOnWix())).dueAtMs).toBeNull();
  });
});

describe('what settle asks the planner with', () => {
  it('is the side where the review was born: it wins a field that both changed', async () => {
    const site = await pairInStep();
    onWix(site, { body: 'Said on Wix' });
    inStore(site, { body: 'Said in the store' });
    await settleLink(site);
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Said on Wix' } }]);
    expect(site.onWix()).toMatchObject([{ fields: { body: 'Said on Wix' } }]);
  });

  it('is what the store can hold: a new title on Wix has nowhere to go and is no write', async () => {
    const site = await pairInStep();
    onWix(site, { title: 'A title' });
    expect(await settleLink(site)).toMatchObject({ state: 'in-step', code: null });
    expect(site.writes()).toEqual([]);
  });

  it("is the merchant's policy: what may not cross stays, and a deletion may hide instead", async () => {
    const site = await pairInStep();
    setPolicy(site, { direction: { ...site.connection().policy.direction, body: 'to-wix' }, onDelete: 'hide' });
    onWix(site, { body: 'Runs small' });
    await settleLink(site);
    expect(site.writes()).toEqual([]);
    for (const { id } of site.onWix()) site.world.shops.deleteOnWix(id, false);
    expect(await settleLink(site, { gone: 'wix' })).toMatchObject({ base: null, state: 'skipped', code: 'COUNTERPART_GONE', lastEvent: 'Hidden in the store' });
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Fits well', status: 'hidden' } }]);
  });

  it.each([
    ['was found to say the same, and was never published', 'matched', 1],
    ['this app has made of it', 'created-in-store', 0],
  ] as const)('is how the pair came to be: a deletion in the store of what %s leaves %3$d on Wix', async (_name, outcome, left) => {
    const site = await pairInStep();
    const link = site.link();
    const base = link.base ?? expect.fail('Expected both to have agreed');
    site.put('links', { ...link, outcome, base: { ...base, store: { ...base.store, status: fingerprint('pending') } } });
    for (const { id } of site.inStore()) site.world.shops.changeInStore(id, { trashed: true }, false);
    await settleLink(site);
    expect(site.onWix()).toHaveLength(left);
  });

  it('is the truth: a review not published yet waits with its reason and costs the store no call', async () => {
    const site = metOnWix({ status: 'pending' });
    expect(await settleLink(site)).toMatchObject({ state: 'waiting', code: 'NOT_PUBLISHED', dueAtMs: null });
    expect(site.calls).toEqual(['wix.getReview', 'rows.patch']);
    onWix(site, { status: 'published' });
    expect(await settleLink(site)).toMatchObject({ state: 'in-step', code: null });
    expect(site.inStore()).toHaveLength(1);
  });
});

describe('a settle that fails', () => {
  it.each([
    ['reading', 'store.getReview', 'STORE_SERVER_ERROR'],
    ['writing', 'store.updateReview', 'STORE_SERVER_ERROR'],
    ['recording', 'rows.patch', 'WIX_SERVER_ERROR'],
  ])('while %s does not throw: the row says why and when it is tried again', async (_step, call, code) => {
    const site = await pairInStep();
    onWix(site, { body: 'Runs small' });
    const settled = await site.run(async (session) => {
      const owned = await claim(session, site.link());
      site.fail({ call, how: 'before' });
      return settle(session, owned ?? expect.fail('Expected the link to be free'));
    });
    expect(settled).toMatchObject({ state: 'waiting', code, attempts: 1, leaseUntilMs: 0 });
    expect(settled.dueAtMs).toBeGreaterThan(site.nowMs);
    expect(site.link()).toEqual(settled);
  });

  it('because of a bug is no retry: the entrance hears of it, and the lease brings the link back', async () => {
    const site = await pairInStep();
    const bug = new TypeError('Not a function');
    await expect(settleLink(site, {}, (session) => ({ ...session, wix: { ...session.wix, getReview: () => Promise.reject(bug) } }))).rejects.toBe(bug);
    const { dueAtMs, leaseUntilMs, attempts } = site.link();
    expect(dueAtMs).toBe(leaseUntilMs);
    expect(leaseUntilMs).toBeGreaterThan(site.nowMs);
    expect(attempts).toBe(0);
  });

  it('because the calls ran out before the copy was made leaves its intent, and the next one goes on from it', async () => {
    const site = metOnWix();
    const [link] = site.links();
    if (link === undefined) throw new Error('Expected the link');
    await site.run(async (session) => settle(session, (await claim(session, link)) ?? expect.fail('Expected the link to be free')), { calls: 7 });
    expect(site.inStore()).toEqual([]);
    // Free at once: whoever comes next needs not wait for a lease that nobody uses.
    expect(site.link()).toMatchObject({ intent: { kind: 'create', on: 'store' }, attempts: 0, leaseUntilMs: 0 });
    expect(await settleLink(site)).toMatchObject({ state: 'in-step' });
    expect(site.inStore()).toHaveLength(1);
  });

  it('on a row that was removed meanwhile neither fails nor brings the row back', async () => {
    const site = await pairInStep();
    const owned = site.link();
    site.world.rows.table('links').clear();
    expect(await site.run(async (session) => settle(session, owned))).toEqual(owned);
    expect(site.links()).toEqual([]);
  });
});
