import { describe, expect, it } from 'vitest';
import { toStoreReview } from '../../../sim/world/store';
import { TestSite } from '../../../test/support/test-site';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type ContactId, type StoreProductId, type WixProductId } from '../../core/ids';
import { hintRowId, storeLinkId } from '../../core/link-id';
import type { StoreReview } from '../stores/store';
import { claim } from './claim';
import { loneStoreLink, storeBornLink } from './new-link';
import { settleProduct, type HintProgress } from './settle-product';
import type { HintRow, LinkRow } from './tables';

const INSTANCE = new TestSite().connection().instanceId;
const PRODUCT = brandId<StoreProductId>('sp1');
const DONE: HintProgress = { kind: 'done' };
const SAME_AGAIN: HintProgress = { kind: 'more', cursor: null };

interface Followed {
  readonly progress: HintProgress;
  readonly calls: readonly string[];
}

async function follow(site: TestSite, cursor: string | null = null, calls = 17): Promise<Followed> {
  const hint: HintRow = {
    _id: hintRowId(INSTANCE, PRODUCT), instanceId: INSTANCE, storeProductId: PRODUCT,
    cursor, attempts: 0, marks: 1, turn: 1, leaseUntilMs: 0, heldUntilMs: 0, dueAtMs: null,
  };
  site.calls.length = 0;
  const progress = await site.run((session) => settleProduct(session, hint), { calls });
  return { progress, calls: site.calls.slice(1) };
}

/** A review that is in step on both sides. */
async function carried(site: TestSite, body: string, person = 1): Promise<StoreReview> {
  if (person > 1) site.addPerson(person);
  const review = site.writeInStore(body, { person });
  expect((await follow(site)).progress).toEqual(DONE);
  return review;
}

/** A review kept alone for want of an e-mail, met before. */
function alone(site: TestSite, body: string): StoreReview {
  if (site.world.people.length < 2) site.addPerson(2, { contact: false, email: false });
  const review = site.writeInStore(body, { person: 2 });
  site.put('links', loneStoreLink(INSTANCE, review, 'AUTHOR_NO_EMAIL', null, site.nowMs));
  return review;
}

function linkOf(site: TestSite, review: StoreReview): LinkRow {
  const link = site.links().find(({ storeReviewId }) => storeReviewId === review.id);
  if (link === undefined) throw new Error(`Expected a row of ${review.id}`);
  return link;
}

describe('a review that could not be carried across', () => {
  it.each(['WIX_SERVER_ERROR', 'WIX_REFUSED'] as const)('for %s keeps to its own schedule, and its neighbours are met', async (code) => {
    const site = new TestSite();
    for (const person of [2, 3]) site.addPerson(person);
    const failed = site.writeInStore('Fits well');
    const row = storeBornLink(INSTANCE, toStoreReview(failed), brandId<WixProductId>('wp1'), brandId<ContactId>('k1'), site.nowMs);
    const state = code === 'WIX_REFUSED' ? { state: 'blocked', dueAtMs: null } as const : { state: 'waiting', dueAtMs: site.nowMs + 300_000 } as const;
    site.put('links', { ...row, ...state, code, attempts: 2, intent: { kind: 'create', on: 'wix', sent: fingerprints(failed.fields) } });
    for (const person of [2, 3]) site.writeInStore(`Number ${String(person)}`, { person });
    let progress = (await follow(site)).progress;
    if (progress.kind === 'more') ({ progress } = await follow(site));
    expect(progress).toEqual(DONE);
    expect(site.onWix().map(({ fields }) => fields.body)).toEqual(['Number 2', 'Number 3']);
    expect(linkOf(site, toStoreReview(failed))).toMatchObject({ attempts: 2, code });
  });

  it('is tried at once when its author changes it', async () => {
    const site = new TestSite();
    const failed = site.writeInStore('Fits well');
    const row = storeBornLink(INSTANCE, toStoreReview(failed), brandId<WixProductId>('wp1'), brandId<ContactId>('k1'), site.nowMs);
    site.put('links', { ...row, state: 'blocked', code: 'WIX_REFUSED', attempts: 2, intent: { kind: 'create', on: 'wix', sent: fingerprints(failed.fields) } });
    site.world.shops.changeInStore(failed.id, { fields: { ...failed.fields, body: 'Fits very well' } }, false);
    expect((await follow(site)).progress).toEqual(DONE);
    expect(site.onWix().map(({ fields }) => fields.body)).toEqual(['Fits very well']);
  });
});

describe('a product of which we know more than a hundred reviews', () => {
  it('has a new one carried across, however many of the others are gone', async () => {
    const site = new TestSite();
    for (let person = 2; person <= 121; person += 1) {
      site.addPerson(person);
      const record = site.writeInStore(`Review ${String(person)}`, { person });
      const gone = person <= 61;
      const row = storeBornLink(INSTANCE, toStoreReview(record), brandId<WixProductId>('wp1'), brandId<ContactId>(`k${String(person)}`), site.nowMs);
      site.put('links', { ...row, state: gone ? 'gone' : 'in-step' });
      if (gone) site.world.shops.store.delete(record.id);
    }
    site.writeInStore('The new one');
    expect((await follow(site)).progress).toEqual(DONE);
    expect(site.onWix().map(({ fields }) => fields.body)).toEqual(['The new one']);
  });
});

describe('comparing a product', () => {
  it('where nothing changed takes two calls, whatever state its reviews are in', async () => {
    const site = new TestSite();
    await carried(site, 'Fits well');
    alone(site, 'No address');
    expect(await follow(site)).toEqual({ progress: DONE, calls: ['store.listReviewsOf', 'rows.find'] });
  });

  it('carries a new review, a shopper\'s edit and the end of moderation across', async () => {
    const site = new TestSite();
    const review = site.writeInStore('Fits wel', { status: 'pending' });
    await follow(site);
    expect(site.link()).toMatchObject({ state: 'waiting', code: 'NOT_PUBLISHED' });
    site.world.shops.changeInStore(review.id, { fields: { ...review.fields, status: 'published' } }, false);
    await follow(site);
    expect(site.onWix()).toMatchObject([{ fields: { body: 'Fits wel' } }]);
    site.world.shops.changeInStore(review.id, { fields: { ...review.fields, body: 'Fits well' } }, false);
    await follow(site);
    expect(site.onWix()).toMatchObject([{ fields: { body: 'Fits well' } }]);
    expect((await follow(site)).calls).toHaveLength(2);
  });

  it('carries the older of one person\'s two reviews across, though the list is newest first', async () => {
    const site = new TestSite();
    site.writeInStore('My first');
    const second = site.writeInStore('My second', { writtenAt: '2026-05-02T00:00:00Z' });
    for (let round = 0; round < 3; round += 1) await follow(site);
    expect(site.onWix()).toMatchObject([{ fields: { body: 'My first' } }]);
    expect(linkOf(site, second)).toMatchObject({ state: 'skipped', code: 'CONTACT_HAS_REVIEW' });
  });

  it('has calls for the new unhappy one first, however much lies there from before', async () => {
    const site = new TestSite();
    for (const person of [2, 3, 4]) {
      site.addPerson(person);
      site.writeInStore(`From before ${String(person)}`, { person, rating: 5, writtenAt: '2020-01-01T00:00:00Z' });
    }
    site.writeInStore('Broke at once', { rating: 2, writtenAt: site.connection().connectedAt });
    expect((await follow(site, null, 20)).progress).toEqual(SAME_AGAIN);
    expect(site.onWix().map(({ fields }) => fields.body)).toEqual(['Broke at once']);
    for (let round = 0; round < 5; round += 1) await follow(site, null, 20);
    expect(site.onWix()).toHaveLength(4);
  });

  it('keeps its place when a review would take more calls than are left, before it touches anything', async () => {
    const site = new TestSite();
    site.writeInStore('Fits well');
    expect(await follow(site, null, 10)).toEqual({ progress: SAME_AGAIN, calls: ['store.listReviewsOf', 'rows.find'] });
    expect(site.links()).toEqual([]);
  });

  it('leaves a mark on a review that somebody is at, and goes on with the others', async () => {
    const site = new TestSite();
    const review = await carried(site, 'Fits well');
    const other = await carried(site, 'Looks good', 2);
    await site.run((session) => claim(session, linkOf(site, review)));
    for (const { id, fields } of [review, other]) site.world.shops.changeInStore(id, { fields: { ...fields, rating: 1 } }, false);
    const { marks } = linkOf(site, review);
    expect((await follow(site)).progress).toEqual(DONE);
    expect(linkOf(site, review).marks).toBe(marks + 1);
    expect(site.onWix().map(({ fields }) => fields.rating)).toEqual([4, 1]);
  });

  it('looks again at a review whose last write was never recorded, though it looks the same', async () => {
    const site = new TestSite();
    site.writeInStore('Fits well');
    await follow(site);
    const { base, wixSeen } = site.link();
    if (base === null || wixSeen === null) throw new Error('Expected a pair');
    site.put('links', { ...site.link(), intent: { kind: 'change', writes: { wix: ['body'], store: [] }, held: base.wix, base, wixRevision: '1' } });
    await follow(site);
    expect(site.link()).toMatchObject({ state: 'in-step', intent: null });
  });

  it.each([['before', true], ['after', false]])('goes by the pair when a crash left the review\'s lonely row behind, listed %s it', async (_place, loneFirst) => {
    const site = new TestSite();
    const review = await carried(site, 'Fits well');
    const pair = site.link();
    const lone = loneStoreLink(INSTANCE, { ...review, fields: { ...review.fields, status: 'pending' } }, 'NOT_PUBLISHED', null, site.nowMs);
    site.world.rows.table('links').clear();
    site.put('links', ...(loneFirst ? [lone, pair] : [pair, lone]));
    expect((await follow(site)).calls).toEqual(['store.listReviewsOf', 'rows.find']);
  });

  it('with more than a page goes through it page by page, and takes no absence for a deletion', async () => {
    const site = new TestSite();
    const gone = await carried(site, 'Fits well');
    for (let number = 1; number <= 100; number += 1) alone(site, `Review ${number}`);
    const unmet = site.writeInStore('The newest', { person: 2 });
    site.world.shops.changeInStore(gone.id, { trashed: true }, false);
    for (let number = 1; number <= 2; number += 1) site.writeInStore(`Late ${number}`, { person: 2 });
    const first = await follow(site);
    expect(first.progress).toEqual({ kind: 'more', cursor: '100' });
    expect(linkOf(site, unmet).code).toBe('AUTHOR_NO_EMAIL');
    expect(await follow(site, '100')).toEqual({ progress: DONE, calls: ['store.listReviewsOf', 'rows.find'] });
    expect(site.onWix()).toHaveLength(1);
  });
});

describe('a review that the store does not list any more', () => {
  it.each<[string, Parameters<TestSite['world']['shops']['changeInStore']>[1], number, Partial<LinkRow>]>([
    ['put in the bin', { trashed: true }, 0, { state: 'gone' }],
    ['marked as spam', { fields: { title: '', body: 'Fits well', rating: 4, author: 'Dana', status: 'hidden', reply: null } }, 1, { state: 'in-step' }],
  ])('since a person has it %s is so on Wix too, and then costs no more than a look', async (_how, change, left, expected) => {
    const site = new TestSite();
    const review = await carried(site, 'Fits well');
    site.world.shops.changeInStore(review.id, change, false);
    expect((await follow(site)).progress).toEqual(DONE);
    expect(site.onWix().filter(({ fields }) => fields.status === 'hidden')).toHaveLength(left);
    expect(site.onWix()).toHaveLength(left);
    expect(site.link()).toMatchObject(expected);
    expect((await follow(site)).calls).toEqual(['store.listReviewsOf', 'rows.find', ...(left === 0 ? [] : ['store.getReview'])]);
  });

  it('and that left no trace is kept on Wix until a person decides, and not settled again', async () => {
    const site = new TestSite();
    const review = await carried(site, 'Fits well');
    site.world.shops.store.delete(review.id);
    await follow(site);
    expect(site.onWix()).toHaveLength(1);
    expect(site.link()).toMatchObject({ state: 'blocked', code: 'GONE_UNPROVEN' });
    expect((await follow(site)).calls).toEqual(['store.listReviewsOf', 'rows.find', 'store.getReview']);
  });

  it.each<[string, (site: TestSite, review: StoreReview) => void, Partial<LinkRow>]>([
    ['in the bin', (site, { id }) => site.world.shops.changeInStore(id, { trashed: true }, false), { state: 'gone', code: null, dueAtMs: null }],
    ['deleted for good', (site, { id }) => site.world.shops.store.delete(id), { state: 'gone', code: null, dueAtMs: null }],
    ['spam', (site, { id, fields }) => site.world.shops.changeInStore(id, { fields: { ...fields, status: 'hidden' } }, false), { state: 'waiting', code: 'NOT_PUBLISHED' }],
  ])('and never crossed has that on its own row: %s', async (_how, happens, expected) => {
    const site = new TestSite();
    const review = alone(site, 'No address');
    happens(site, review);
    expect((await follow(site)).progress).toEqual(DONE);
    expect(site.link()).toMatchObject({ _id: storeLinkId(INSTANCE, review.id), ...expected });
  });

  it('and comes back out of the bin is met like a new one', async () => {
    const site = new TestSite();
    const review = alone(site, 'No address');
    for (const trashed of [true, false]) {
      site.world.shops.changeInStore(review.id, { trashed }, false);
      await follow(site);
    }
    expect(site.link()).toMatchObject({ state: 'skipped', code: 'AUTHOR_NO_EMAIL', storeSeen: fingerprints(review.fields) });
  });

  it('is left alone when it was shown again between the list and the look', async () => {
    const site = new TestSite();
    const review = await carried(site, 'Fits well');
    const { fields } = review;
    site.world.shops.changeInStore(review.id, { fields: { ...fields, status: 'hidden' } }, false);
    const told = site.world.onCall;
    site.world.onCall = (call) => {
      told(call);
      if (call === 'store.getReview') site.world.shops.changeInStore(review.id, { fields }, false);
    };
    await follow(site);
    expect(site.onWix()).toMatchObject([{ fields: { status: 'published' } }]);
    expect(site.writes()).toEqual([]);
  });

  it('is deleted on Wix when it goes from spam to the bin', async () => {
    const site = new TestSite();
    const review = await carried(site, 'Fits well');
    site.world.shops.changeInStore(review.id, { fields: { ...review.fields, status: 'hidden' } }, false);
    await follow(site);
    site.world.shops.changeInStore(review.id, { trashed: true }, false);
    await follow(site);
    expect(site.onWix()).toEqual([]);
  });

  it('is looked at after the ones before it when calls run out, and none twice', async () => {
    const site = new TestSite();
    const ids = [1, 2, 3].map((number) => {
      const { id, fields } = alone(site, `Review ${number}`);
      site.world.shops.changeInStore(id, { fields: { ...fields, status: 'hidden' } }, false);
      return id;
    });
    await follow(site, null, 30);
    // A look takes one call here, and is only begun with seven left.
    const [first, second] = ids.map((id) => `vanished:${id}`);
    expect((await follow(site, null, 9)).progress).toEqual(SAME_AGAIN);
    expect((await follow(site, null, 10)).progress).toEqual({ kind: 'more', cursor: first });
    expect((await follow(site, first ?? null, 9)).progress).toEqual({ kind: 'more', cursor: first });
    expect((await follow(site, first ?? null, 10)).progress).toEqual({ kind: 'more', cursor: second });
    expect(await follow(site, second ?? null, 10)).toEqual({ progress: DONE, calls: ['store.listReviewsOf', 'rows.find', 'store.getReview'] });
  });
});
