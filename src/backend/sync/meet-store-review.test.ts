import { describe, expect, it } from 'vitest';
import type { PlannedFault } from '../../../test/support/planned-faults';
import { TestSite } from '../../../test/support/test-site';
import { DEFAULT_POLICY } from '../../core/default-policy';
import { fingerprints } from '../../core/fingerprint';
import type { StoreReview } from '../stores/store';
import { claim } from './claim';
import { drain } from './drain';
import { meetStoreReview } from './meet-store-review';
import type { LinkRow } from './tables';

/** Meets the review as the store shows it now, with the row it has had on its own so far. Answers the calls it made. */
async function meet(site: TestSite, review: StoreReview, { calls = 17 } = {}): Promise<readonly string[]> {
  const lone = site.links().find((link) => link.storeReviewId === review.id && link.contactId === null) ?? null;
  site.calls.length = 0;
  await site.run((session) => meetStoreReview(session, { ...review }, lone), { calls });
  return site.calls.slice(1);
}

function linkOf(site: TestSite, review: StoreReview): LinkRow {
  const [link, ...more] = site.links().filter(({ storeReviewId }) => storeReviewId === review.id);
  if (link === undefined || more.length > 0) throw new Error(`Expected one row of ${review.id}, got ${more.length}`);
  return link;
}

/** Something that happens while the `nth` call of that name is on its way. */
function during(site: TestSite, call: string, nth: number, happens: () => void): void {
  const told = site.world.onCall;
  let left = nth;
  site.world.onCall = (name) => {
    told(name);
    if (name === call && (left -= 1) === 0) happens();
  };
}

/** The person's first review was carried across and its copies are gone from both shops. */
async function withTombstone(site: TestSite): Promise<LinkRow> {
  const old = site.writeInStore('The old one');
  await meet(site, old);
  const { wixReviewId } = site.link();
  if (wixReviewId !== null) site.world.shops.deleteOnWix(wixReviewId, false);
  site.world.shops.changeInStore(old.id, { trashed: true }, false);
  site.put('links', { ...site.link(), state: 'gone', base: null, gone: 'wix', marks: 5 });
  return site.link();
}

describe('a new store review', () => {
  it.each([['whom Wix knows', true, 10], ['new to Wix', false, 11]])('by a shopper %s is on Wix afterwards, under their one contact', async (_, known, most) => {
    const site = new TestSite();
    site.addPerson(2, { contact: known });
    const review = site.writeInStore('Fits well', { person: 2 });
    const calls = await meet(site, review);
    expect(site.onWix()).toMatchObject([{ productId: 'wp1', fields: { body: 'Fits well', rating: 4, author: 'Dana' }, writtenAt: review.writtenAt }]);
    expect(site.link()).toMatchObject({ state: 'in-step', birth: 'store', outcome: 'created-on-wix', storeReviewId: review.id, intent: null, leaseUntilMs: 0, dueAtMs: null });
    expect(calls.filter((call) => call === 'wix.createContact')).toHaveLength(known ? 0 : 1);
    expect(calls.length).toBeLessThanOrEqual(most);
  });

  it.each<[string, PlannedFault['how']]>([
    ['wix.createContact', 'after'], ['wix.createContact', 'crash-after'], ['rows.saveMany', 'before'], ['rows.saveMany', 'crash-after'], ['rows.insert', 'crash-before'], ['rows.insert', 'after'],
  ])('met again after %s failed (%s) has made no second contact', async (call, how) => {
    const site = new TestSite();
    site.addPerson(2, { contact: false });
    const review = site.writeInStore('Fits well', { person: 2 });
    site.fail({ call, how });
    await expect(meet(site, review)).rejects.toThrow(/Died|WIX_/);
    site.passMs(30_000);
    await meet(site, review);
    expect(site.world.shops.contacts.size).toBe(2);
    expect(site.onWix()).toHaveLength(1);
  });

  it('has its intent on record before Wix is asked, and is adopted when the answer was lost', async () => {
    const site = new TestSite();
    const review = site.writeInStore('Fits well');
    site.fail({ call: 'wix.createReviews', how: 'crash-after' });
    await expect(meet(site, review)).rejects.toThrow('Died');
    expect(site.link()).toMatchObject({ state: 'waiting', intent: { kind: 'create', on: 'wix', sent: fingerprints(review.fields) } });
    site.passMs(30_000);
    await meet(site, review);
    expect(site.link()).toMatchObject({ state: 'in-step', intent: null, wixReviewId: site.onWix()[0]?.id });
    expect(site.writes()).toEqual([]);
  });

  it('edited by its author between the list and the copy is copied as it is now', async () => {
    const site = new TestSite();
    const review = site.writeInStore('Fits wel');
    during(site, 'rows.insert', 1, () => site.world.shops.changeInStore(review.id, { fields: { ...review.fields, body: 'Fits well' } }, false));
    await meet(site, review);
    expect(site.onWix()).toMatchObject([{ fields: { body: 'Fits well' } }]);
    expect(site.link()).toMatchObject({ state: 'in-step', storeSeen: fingerprints({ ...review.fields, body: 'Fits well' }) });
  });

  it('whose contact cannot be made any more within the calls left writes nothing, and is met next time', async () => {
    const site = new TestSite();
    site.addPerson(2, { contact: false });
    const review = site.writeInStore('Fits well', { person: 2 });
    await expect(meet(site, review, { calls: 3 })).rejects.toMatchObject({ code: 'BUDGET_SPENT' });
    expect(site.calls.slice(1)).toEqual(['rows.getMany', 'rows.getMany']);
    expect(site.links()).toEqual([]);
    await meet(site, review);
    expect(site.onWix()).toHaveLength(1);
  });
});

describe('a store review that cannot cross', () => {
  it.each<[string, Parameters<TestSite['writeInStore']>[1], Partial<LinkRow>, number]>([
    ['waits in moderation', { status: 'pending' }, { state: 'waiting', code: 'NOT_PUBLISHED' }, 1],
    ['has no stars', { rating: null }, { state: 'skipped', code: 'RATING_MISSING' }, 1],
    ['has an author without e-mail', { person: 2 }, { state: 'skipped', code: 'AUTHOR_NO_EMAIL' }, 1],
    ['is of a product without counterpart', { product: 2, person: 3 }, { state: 'unmatched', code: 'PRODUCT_UNMATCHED' }, 2],
  ])('as it %s stays alone with the reason, and not even a contact is made', async (_, written, expected, calls) => {
    const site = new TestSite();
    site.addPerson(2, { contact: false, email: false });
    site.addPerson(3, { contact: false });
    site.world.addProduct(2, 'store');
    const review = site.writeInStore('Fits well', written);
    expect(await meet(site, review)).toHaveLength(calls);
    expect(site.link()).toMatchObject({ ...expected, birth: 'store', contactId: null, storeSeen: fingerprints(review.fields), leaseUntilMs: 0, dueAtMs: null });
    expect(site.world.shops.contacts.size).toBe(1);
  });

  it('because nothing may go to Wix says that it is not allowed', async () => {
    const site = new TestSite();
    site.put('connections', { ...site.connection(), policy: { ...DEFAULT_POLICY, direction: { ...DEFAULT_POLICY.direction, body: 'to-store' } } });
    await meet(site, site.writeInStore('Fits well'));
    expect(site.link()).toMatchObject({ state: 'skipped', code: 'DIRECTION_OFF' });
  });

  it('gets a new reason in its one row, also from somebody who did not know the row', async () => {
    const site = new TestSite();
    const review = site.writeInStore('Fits well', { status: 'pending' });
    await meet(site, review);
    const noStars = { ...review, fields: { ...review.fields, rating: null, status: 'published' as const } };
    expect(await meet(site, noStars)).toEqual(['rows.patch']);
    expect(site.link()).toMatchObject({ code: 'RATING_MISSING', rating: null, storeSeen: fingerprints(noStars.fields) });
    await site.run((session) => meetStoreReview(session, review, null));
    expect(site.link()).toMatchObject({ state: 'waiting', code: 'NOT_PUBLISHED', rating: 4 });
  });

  it('crosses when the obstacle is gone, and leaves its lonely row', async () => {
    const site = new TestSite();
    const review = site.writeInStore('Fits well', { status: 'pending' });
    await meet(site, review);
    site.world.shops.changeInStore(review.id, { fields: { ...review.fields, status: 'published' } }, false);
    const calls = await meet(site, review);
    expect(site.link()).toMatchObject({ state: 'in-step', contactId: 'k1' });
    expect(calls.at(-1)).toBe('rows.removeMany');
  });
});

describe('a store review whose contact is part of a pair already', () => {
  it('with another store review is skipped because of that pair, and both stay as they are', async () => {
    const site = new TestSite();
    await meet(site, site.writeInStore('My first'));
    const pair = site.link();
    const second = site.writeInStore('My second', { writtenAt: '2026-05-02T00:00:00Z' });
    await meet(site, second);
    expect(linkOf(site, second)).toMatchObject({ state: 'skipped', code: 'CONTACT_HAS_REVIEW', because: pair._id });
    expect(site.links()[0]).toEqual(pair);
    expect(site.onWix()).toMatchObject([{ fields: { body: 'My first' } }]);
    expect(site.writes()).toEqual([]);
  });

  it.each<[string, 'skipped' | 'waiting', boolean]>([['and gives that pair the same reason', 'skipped', false], ['but a copy of it that was begun is looked for first', 'waiting', true]])(
    'with a different Wix review is skipped, %s', async (_, state, begun) => {
      const site = new TestSite();
      const record = site.writeOnWix('Something else');
      const review = site.writeInStore('Fits well', { writtenAt: '2026-05-02T00:00:00Z' });
      const pair = await pairOnWix(site, record.id, begun);
      await meet(site, review);
      expect(linkOf(site, review)).toMatchObject({ state: 'skipped', because: pair._id });
      expect(site.links().find(({ _id }) => _id === pair._id)).toMatchObject({ state, storeReviewId: null, code: begun ? null : 'CONTACT_HAS_REVIEW', dueAtMs: begun ? expect.any(Number) : null });
      expect(site.writes()).toEqual([]);
    });

  it.each([['says the same', 'Fits well', '2026-05-03T00:00:00Z'], ['was written at the same second', 'Fits very well', '2026-05-01T00:00:00Z']])('with a Wix review that %s becomes its partner without a copy', async (_, body, writtenAt) => {
    const site = new TestSite();
    const record = site.writeOnWix(body, { writtenAt });
    const review = site.writeInStore('Fits well');
    await pairOnWix(site, record.id, false);
    await meet(site, review);
    expect(site.link()).toMatchObject({ wixReviewId: record.id, storeReviewId: review.id });
    expect([site.onWix().length, site.inStore().length]).toEqual([1, 1]);
  });

  it('whose Wix review was deleted unheard takes the row over and is copied', async () => {
    const site = new TestSite();
    const record = site.writeOnWix('Something else');
    await pairOnWix(site, record.id, false);
    site.world.shops.deleteOnWix(record.id, false);
    await meet(site, site.writeInStore('Fits well'));
    expect(site.link()).toMatchObject({ state: 'in-step', birth: 'store' });
    expect(site.onWix()).toMatchObject([{ fields: { body: 'Fits well' } }]);
  });

  it('that is this very review, as last seen, costs no look at either shop', async () => {
    const site = new TestSite();
    const review = site.writeInStore('Fits well');
    await meet(site, review);
    const before = site.link();
    expect(await meet(site, review)).toEqual(['rows.getMany', 'rows.getMany', 'rows.insert', 'rows.get']);
    expect(site.link()).toEqual(before);
  });

  it('that somebody is at only gets a mark, is not linked over their head, and keeps its lonely row', async () => {
    const site = new TestSite();
    const record = site.writeOnWix('Fits well');
    const pair = await pairOnWix(site, record.id, true);
    const review = site.writeInStore('Fits well', { status: 'pending' });
    await meet(site, review);
    await site.run((session) => claim(session, pair));
    await meet(site, { ...review, fields: { ...review.fields, status: 'published' } });
    expect(site.links().find(({ _id }) => _id === pair._id)).toMatchObject({ marks: pair.marks + 2, storeReviewId: null });
    expect(linkOf(site, review).contactId).toBeNull();
    expect(site.writes()).toEqual([]);
  });

  it('that disappears between two looks is left for later', async () => {
    const site = new TestSite();
    const review = site.writeInStore('Fits well');
    await meet(site, review);
    // The second read of a row: the first is the connection.
    during(site, 'rows.get', 2, () => site.world.rows.table('links').clear());
    await meet(site, review);
    expect(site.links()).toEqual([]);
  });
});

describe('a new review by somebody whose earlier one was deleted', () => {
  it('starts over in the same row, with its marks and turns', async () => {
    const site = new TestSite();
    const { _id, turn } = await withTombstone(site);
    const review = site.writeInStore('The new one', { writtenAt: '2026-05-09T00:00:00Z' });
    await meet(site, review);
    expect(site.link()).toMatchObject({ _id, state: 'in-step', storeReviewId: review.id, gone: null, marks: 6, turn: turn + 1 });
    expect(site.onWix()).toMatchObject([{ fields: { body: 'The new one' } }]);
  });

  it('waits while somebody is at the row of the earlier one', async () => {
    const site = new TestSite();
    const tombstone = await withTombstone(site);
    await site.run((session) => claim(session, tombstone));
    await meet(site, site.writeInStore('The new one'));
    expect(site.link()).toMatchObject({ state: 'gone', marks: 7, storeReviewId: tombstone.storeReviewId });
    expect(site.onWix()).toEqual([]);
  });

  it.each<[PlannedFault['how']]>([['crash-before'], ['crash-after']])('is carried across although the row was being taken over at a %s', async (how) => {
    const site = new TestSite();
    await withTombstone(site);
    const review = site.writeInStore('The new one', { writtenAt: '2026-05-09T00:00:00Z' });
    site.fail({ call: 'rows.saveMany', how });
    await expect(meet(site, review)).rejects.toThrow('Died');
    site.passMs(30_000);
    await site.run((session) => drain(session));
    await meet(site, review);
    expect(site.onWix()).toMatchObject([{ fields: { body: 'The new one' } }]);
    expect(site.link().state).toBe('in-step');
  });
});

/** The Wix review of person 1 has its row; `begun`: a copy to the store may have been made. */
async function pairOnWix(site: TestSite, reviewId: LinkRow['wixReviewId'], begun: boolean): Promise<LinkRow> {
  const scout = new TestSite();
  await meet(scout, scout.writeInStore('Makes a row'));
  const record = site.onWix().find(({ id }) => id === reviewId);
  if (record === undefined) throw new Error('Expected the review to be on Wix');
  const sent = fingerprints(record.fields);
  const blank = { storeReviewId: null, storeProductId: null, storeSeen: null, base: null, outcome: null } as const;
  const link: LinkRow = { ...scout.link(), ...blank, state: 'waiting', birth: 'wix', wixReviewId: record.id, wixRevision: '1', wixSeen: sent, intent: begun ? { kind: 'create', on: 'store', sent } : null };
  site.put('links', link);
  return link;
}
