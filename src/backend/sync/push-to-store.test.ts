import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type StoreReviewId } from '../../core/ids';
import type { SyncCode } from '../../core/sync-code';
import { SyncError } from '../../core/sync-error';
import type { CreateResult } from '../stores/store';
import { countToPush, pushToStore } from './push-to-store';
import type { LinkRow } from './tables';
import { walkWix } from './walk-wix';
import { walkFrom } from './walk.fixture';

const RESERVE = 1;
const push = (site: TestSite) => site.run((session) => pushToStore(session, RESERVE));

/** Reviews that only Wix has, one by each person, with their rows. */
async function onWix(...bodies: readonly string[]): Promise<TestSite> {
  const site = new TestSite();
  bodies.forEach((body, index) => {
    if (index > 0) site.addPerson(index + 1);
    site.writeOnWix(body, { person: index + 1 });
  });
  await site.run((session) => walkWix(session, null, walkFrom(session.clock.nowMs())));
  site.calls.length = 0;
  return site;
}

function rowOf(site: TestSite, person: number): LinkRow {
  const row = site.links().find(({ contactId }) => contactId === `k${person}`);
  if (row === undefined) throw new Error(`Expected a row of person ${person}`);
  return row;
}

function change(site: TestSite, person: number, over: Partial<LinkRow>): void {
  site.put('links', { ...rowOf(site, person), ...over });
}

describe('a page', () => {
  it('is copied in eleven calls, the claim, intents and held hints before the create', async () => {
    const site = await onWix('Warm', 'Dry');
    expect(await push(site)).toEqual({ kind: 'next', cursor: 'more', done: 2 });
    expect(site.inStore().map(({ email, fields }) => [email, fields.body])).toEqual([['p1@example.com', 'Warm'], ['p2@example.com', 'Dry']]);
    expect(site.calls.slice(1)).toEqual(['rows.find', 'wix.getReviews', 'rows.find', 'wix.contactsById', 'rows.patchMany', 'rows.getMany', 'rows.patchMany', 'rows.saveMany', 'rows.patch', 'store.createReviews', 'rows.patchMany']);
    expect(await push(site)).toEqual({ kind: 'end', done: 0 });
  });

  it('leaves rows that say what both sides hold, free and with nothing left to do', async () => {
    const site = await onWix('Warm');
    await push(site);
    const [wix, store] = [site.onWix()[0], site.inStore()[0]];
    if (wix === undefined || store === undefined) throw new Error('Expected a review on either side');
    const base = { wix: fingerprints(wix.fields), store: fingerprints(store.fields) };
    expect(site.link()).toMatchObject({
      state: 'in-step', code: null, outcome: 'created-in-store', intent: null, leaseUntilMs: 0, dueAtMs: null, birth: 'wix',
      wixSeen: base.wix, wixRevision: '1', storeReviewId: store.id, storeProductId: 'sp1', storeSeen: base.store, base, lastEvent: 'Copied to the store',
    });
    expect(store.writtenAt).toBe(wix.writtenAt);
  });

  it('holds what the review says now, not what it said when it was walked over', async () => {
    const site = await onWix('Warm');
    const [wix] = site.onWix();
    if (wix === undefined) throw new Error('Expected a review on Wix');
    site.world.shops.changeOnWix(wix.id, { body: 'Warm and dry' }, false);
    await push(site);
    expect(site.inStore()[0]?.fields.body).toBe('Warm and dry');
    expect(site.link()).toMatchObject({ wixRevision: '2', wixSeen: fingerprints(wix.fields) });
  });

  it('expects to hear of its products again', async () => {
    const site = await onWix('Warm', 'Dry');
    await push(site);
    expect(site.hints()).toMatchObject([{ storeProductId: 'sp1' }]);
    expect(site.hints()[0]?.heldUntilMs).toBeGreaterThan(site.nowMs + 60_000);
    expect(site.connection().backlogDueAtMs).toBe(site.hints()[0]?.dueAtMs);
  });

  it('is 100 reviews; the rest follows', async () => {
    const site = await onWix(...Array.from({ length: 100 }, (_, index) => `Review ${index}`));
    for (let person = 101; person <= 130; person += 1) {
      site.addPerson(person);
      site.writeOnWix('More', { person });
    }
    await site.run((session) => walkWix(session, '100', walkFrom(session.clock.nowMs())));
    expect(await site.run(countToPush)).toBe(130);
    expect(await push(site)).toMatchObject({ kind: 'next', done: 100 });
    expect(await site.run(countToPush)).toBe(30);
    expect(await push(site)).toMatchObject({ kind: 'next', done: 30 });
    expect(await push(site)).toEqual({ kind: 'end', done: 0 });
    expect(site.inStore()).toHaveLength(130);
  });
});

describe('a review that cannot be copied', () => {
  it.each<[string, LinkRow['state'], SyncCode, (site: TestSite) => void]>([
    ['its product is not matched', 'unmatched', 'PRODUCT_UNMATCHED', (site) => site.world.rows.table('products').clear()],
    ['its author has no address', 'skipped', 'AUTHOR_NO_EMAIL', (site) => site.world.shops.contacts.set(brandId('k1'), null)],
    ['its author was deleted', 'skipped', 'AUTHOR_NO_EMAIL', (site) => site.world.shops.contacts.clear()],
    ['it was hidden since', 'waiting', 'NOT_PUBLISHED', (site) => site.world.shops.changeOnWix(site.onWix()[0]?.id ?? brandId('none'), { status: 'hidden' }, false)],
    ['it says nothing', 'skipped', 'BODY_MISSING', (site) => site.world.shops.changeOnWix(site.onWix()[0]?.id ?? brandId('none'), { body: '', title: '' }, false)],
  ])('because %s is %s with %s, and is not asked for again in this run', async (_, state, code, happen) => {
    const site = await onWix('Warm');
    happen(site);
    expect(await push(site)).toMatchObject({ kind: 'next', done: 1 });
    expect(site.link()).toMatchObject({ state, code, intent: null, leaseUntilMs: 0, dueAtMs: null });
    expect(site.writes()).toEqual([]);
    expect(await push(site)).toEqual({ kind: 'end', done: 0 });
  });

  it('does not keep its neighbours', async () => {
    const site = await onWix('Warm', 'Dry');
    site.world.shops.contacts.set(brandId('k1'), null);
    await push(site);
    expect(rowOf(site, 1)).toMatchObject({ state: 'skipped', code: 'AUTHOR_NO_EMAIL' });
    expect(rowOf(site, 2)).toMatchObject({ state: 'in-step' });
  });

  it('because it was deleted meanwhile leaves a tombstone', async () => {
    const site = await onWix('Warm');
    site.world.shops.wix.clear();
    await push(site);
    expect(site.link()).toMatchObject({ state: 'gone', dueAtMs: null });
    expect(site.inStore()).toEqual([]);
  });

  it('because it was deleted while its copy was begun is left to settle: the copy may have to go too', async () => {
    const site = await onWix('Warm');
    site.fail({ call: 'store.createReviews', how: 'crash-after' });
    await expect(push(site)).rejects.toThrow('Died');
    site.world.shops.wix.clear();
    site.passMs(30_000);
    await push(site);
    expect(site.link()).toMatchObject({ gone: 'wix', storeReviewId: null });
    expect(site.link().intent).not.toBeNull();
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });
});

describe('what the store answers', () => {
  const answering = (site: TestSite, results: readonly CreateResult[]) =>
    site.run((session) => pushToStore({ ...session, store: { ...session.store, createReviews: () => Promise.resolve(results) } }, RESERVE));

  it.each<[SyncCode, LinkRow['state'], 'tried again' | 'given up']>([
    ['STORE_SERVER_ERROR', 'waiting', 'tried again'], ['STORE_TIMEOUT', 'waiting', 'tried again'], ['STORE_RATE_LIMITED', 'waiting', 'tried again'],
    ['STORE_REFUSED', 'blocked', 'given up'], ['STORE_FORBIDDEN', 'blocked', 'given up'], ['FIELD_TOO_LONG', 'blocked', 'given up'],
  ])('as %s for one review: it is %s and %s', async (code, state, then) => {
    const site = await onWix('Warm');
    await answering(site, [{ kind: 'refused', error: new SyncError(code) }]);
    const again = then === 'tried again';
    expect(site.link()).toMatchObject({ state, code, leaseUntilMs: 0 });
    expect([site.link().dueAtMs !== null, site.link().intent !== null]).toEqual([again, again]);
    expect(await push(site)).toEqual({ kind: 'end', done: 0 });
  });

  it('for one review does not touch the others', async () => {
    const site = await onWix('Warm', 'Dry', 'Soft');
    site.fail({ call: 'store.createReviews', how: 'partial' });
    await push(site);
    expect([1, 2, 3].map((person) => [rowOf(site, person).state, rowOf(site, person).code])).toEqual([['waiting', 'STORE_SERVER_ERROR'], ['in-step', null], ['in-step', null]]);
    expect(rowOf(site, 1).dueAtMs).toBeLessThanOrEqual(site.nowMs);
    expect(site.inStore()).toHaveLength(2);
  });

  it('as a duplicate is looked into by settle: due, with its intent', async () => {
    const site = await onWix('Warm');
    site.writeInStore('Warm');
    await push(site);
    expect(site.inStore()).toHaveLength(1);
    expect(site.link()).toMatchObject({ code: 'STORE_REVIEW_DUPLICATE', leaseUntilMs: 0, storeReviewId: null, intent: { kind: 'create', on: 'store' } });
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });

  it('with fewer results than reviews leaves the rest as begun', async () => {
    const site = await onWix('Warm');
    await answering(site, []);
    expect(site.link()).toMatchObject({ state: 'waiting', code: null, intent: { kind: 'create', on: 'store' } });
    expect(site.link().leaseUntilMs).toBeGreaterThan(site.nowMs);
  });
});

describe('rows that are not ours to push', () => {
  it('that somebody is at make the page wait, without a write', async () => {
    const site = await onWix('Warm');
    change(site, 1, { leaseUntilMs: 9e15 });
    expect(await push(site)).toEqual({ kind: 'stay', done: 0 });
    expect(site.calls).toEqual(['rows.get', 'rows.find']);
  });

  it('that somebody is at do not keep the others', async () => {
    const site = await onWix('Warm', 'Dry');
    change(site, 1, { leaseUntilMs: 9e15 });
    expect(await push(site)).toMatchObject({ kind: 'next', done: 1 });
    expect(site.inStore().map(({ fields }) => fields.body)).toEqual(['Dry']);
  });

  it.each<[string, Partial<LinkRow>]>([
    ['in the store by now', { state: 'in-step', storeReviewId: brandId<StoreReviewId>('s9') }],
    ['refused by now', { state: 'blocked', code: 'STORE_REFUSED' }],
    ['waiting for a retry', { code: 'STORE_TIMEOUT' }],
    ['deleted by now', { gone: 'wix' }],
    ['born in the store', { birth: 'store' }],
  ])('although they were when the page was read: %s', async (_, over) => {
    const site = await onWix('Warm');
    const stale = site.links();
    change(site, 1, over);
    await site.run((session) => {
      const find = (() => Promise.resolve({ rows: stale, next: null })) as typeof session.rows.find;
      return pushToStore({ ...session, rows: { ...session.rows, find } }, RESERVE);
    });
    expect(site.inStore()).toEqual([]);
    expect(site.link()).toMatchObject({ ...over, intent: null });
    expect(await site.run(countToPush)).toBe(0);
    expect(await push(site)).toEqual({ kind: 'end', done: 0 });
  });
});

describe('a review that somebody else is at while its page is copied', () => {
  /** A page on which `happens` comes right after the call named, in an invocation of its own. */
  async function during(call: string, happens: (site: TestSite) => void): Promise<TestSite> {
    const site = await onWix('First');
    let done = false;
    const tell = site.world.onCall;
    site.world.onCall = (made) => {
      tell(made);
      if (made !== call || done) return;
      done = true;
      happens(site);
    };
    await push(site);
    return site;
  }
  const somebodyClaims = (site: TestSite): void => { change(site, 1, { turn: site.link().turn + 1, marks: site.link().marks + 1 }); };

  it.each(['wix.getReviews', 'wix.contactsById'])('is left to them when they took it after %s', async (call) => {
    const site = await during(call, somebodyClaims);
    expect(site.inStore()).toEqual([]);
    expect(site.link().intent).toBeNull();
  });

  it.each(['store.createReviews', 'rows.saveMany'])('keeps the mark that they left at %s: it is looked at again', async (call) => {
    const dueAtMs = 8e15;
    const site = await during(call, (at) => { change(at, 1, { gone: 'wix', marks: 1, dueAtMs }); });
    expect(site.link()).toMatchObject({ state: 'in-step', gone: 'wix', dueAtMs });
  });
});

describe('a product that several Wix reviews share', () => {
  it('is held once', async () => {
    const site = await onWix('Warm', 'Dry');
    const saved: number[] = [];
    await site.run((session) => {
      const saveMany: typeof session.rows.saveMany = (table, rows) => (saved.push(rows.length), session.rows.saveMany(table, rows));
      return pushToStore({ ...session, rows: { ...session.rows, saveMany } }, RESERVE);
    });
    expect(saved).toEqual([1]);
  });
});
