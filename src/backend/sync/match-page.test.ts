import { describe, expect, it } from 'vitest';
import type { StoreRecord } from '../../../sim/world/shop';
import { toStoreReview } from '../../../sim/world/store';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type ContactId, type StoreReviewId, type WixProductId, type WixReviewId } from '../../core/ids';
import { pairLinkId, storeLinkId } from '../../core/link-id';
import { claim } from './claim';
import { matchPage } from './match-page';
import { leased, loneStoreLink, storeBornLink } from './new-link';
import type { LinkRow } from './tables';
import { walkWix } from './walk-wix';
import { walkFrom } from './walk.fixture';

const RESERVE = 1;

/** Matches these reviews; `lone`: the rows there are of them already. */
function match(site: TestSite, records: readonly StoreRecord[], { lone = [], calls = 17 }: { lone?: readonly LinkRow[]; calls?: number } = {}): Promise<'done' | 'later'> {
  const known = new Map(lone.flatMap((row): [StoreReviewId, LinkRow][] => (row.storeReviewId === null ? [] : [[row.storeReviewId, row]])));
  site.calls.length = 0;
  return site.run((session) => matchPage(session, records.map(toStoreReview), known, RESERVE), { calls });
}

const pairId = (person = 1) => pairLinkId(INSTANCE, brandId<WixProductId>('wp1'), brandId<ContactId>(`k${person}`));
const pairOf = (site: TestSite, person = 1): LinkRow | undefined => site.links().find(({ _id }) => _id === pairId(person));
const rowOf = (site: TestSite, { id }: StoreRecord): LinkRow | undefined => site.links().find(({ _id }) => _id === storeLinkId(INSTANCE, id));

/** A review on Wix that was walked over, its row as the test needs it. */
async function onWix(body: string, over: Partial<LinkRow> = {}): Promise<TestSite> {
  const site = new TestSite();
  site.writeOnWix(body);
  await site.run((session) => walkWix(session, null, walkFrom(session.clock.nowMs())));
  site.put('links', { ...site.link(), ...over });
  return site;
}

describe('a review that Wix holds too', () => {
  it('becomes one pair with it, without a write in either shop', async () => {
    const site = await onWix('Warm');
    const record = site.writeInStore('Warm', { title: '' });
    expect(await match(site, [record])).toBe('done');
    const [wix, store] = [fingerprints(site.onWix()[0]?.fields ?? record.fields), fingerprints(record.fields)];
    expect(site.link()).toMatchObject({ state: 'in-step', outcome: 'matched', birth: 'wix', storeReviewId: record.id, storeProductId: 'sp1', storeSeen: store, base: { wix, store }, code: null });
    expect(site.calls).toEqual(['rows.get', 'rows.getMany', 'rows.getMany', 'wix.contactsByEmail', 'rows.saveMany', 'rows.getMany', 'rows.patchMany']);
    expect(site.writes()).toEqual([]);
  });

  it('is the same whatever the name, the title a store cannot hold, or who may see it', async () => {
    const site = await onWix('Warm');
    const [review] = site.onWix();
    if (review !== undefined) site.world.shops.changeOnWix(review.id, { title: 'Coat', reply: 'Thanks' }, false);
    await site.run((session) => walkWix(session, null, walkFrom(session.clock.nowMs())));
    await match(site, [site.writeInStore('Warm', { author: 'D. Levi' })]);
    expect(site.link()).toMatchObject({ state: 'in-step', outcome: 'matched' });
  });

  it.each([['other words', 'Cold', 4], ['other stars', 'Warm', 1]] as const)('with %s stays apart from it: both are kept, both say why', async (_, body, rating) => {
    const site = await onWix('Warm');
    const record = site.writeInStore(body, { rating });
    expect(await match(site, [record])).toBe('done');
    expect(pairOf(site)).toMatchObject({ state: 'skipped', code: 'CONTACT_HAS_REVIEW', storeReviewId: null });
    expect(rowOf(site, record)).toMatchObject({ state: 'skipped', code: 'CONTACT_HAS_REVIEW', because: pairId() });
    expect(site.writes()).toEqual([]);
  });

  it('does not end a copy that was begun: it is looked for first, since it may be this one', async () => {
    const site = await onWix('Warm');
    const { wixSeen } = site.link();
    if (wixSeen === null) throw new Error('Expected to have seen the review');
    const intent = { kind: 'create', on: 'store', sent: wixSeen } as const;
    site.put('links', { ...site.link(), intent });
    await match(site, [site.writeInStore('Cold')]);
    expect(pairOf(site)).toMatchObject({ state: 'waiting', intent });
    expect(pairOf(site)?.dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });
});

describe('a review that only the store has', () => {
  it('is created on Wix for the contact with its address, and the page writes everything at once', async () => {
    const site = new TestSite();
    site.addPerson(2);
    const records = [site.writeInStore('Warm'), site.writeInStore('Dry', { person: 2 })];
    expect(await match(site, records)).toBe('done');
    expect(site.onWix().map(({ contactId, fields }) => [contactId, fields.body])).toEqual([['k1', 'Warm'], ['k2', 'Dry']]);
    expect(site.links()).toMatchObject([{ state: 'in-step', birth: 'store', storeReviewId: records[0]?.id }, { state: 'in-step', birth: 'store', storeReviewId: records[1]?.id }]);
    expect(site.calls.slice(5)).toEqual(['rows.getMany', 'rows.insertMany', 'wix.createReviews', 'rows.patchMany']);
  });

  it('has its intent on a leased row before Wix hears of it', async () => {
    const site = new TestSite();
    const record = site.writeInStore('Warm');
    site.fail({ call: 'wix.createReviews', how: 'crash-before' });
    await expect(match(site, [record])).rejects.toThrow('Died');
    expect(site.link()).toMatchObject({ _id: pairId(), state: 'waiting', turn: 1, intent: { kind: 'create', on: 'wix', sent: fingerprints(record.fields) } });
    expect(site.link().leaseUntilMs).toBeGreaterThan(site.nowMs);
    expect(site.link().dueAtMs).toBeNull();
  });

  it('takes over the counters of a tombstone, so that who read it before cannot claim it', async () => {
    const site = new TestSite();
    const gone: LinkRow = { ...storeBornLink(INSTANCE, toStoreReview(site.writeInStore('Warm')), brandId<WixProductId>('wp1'), brandId<ContactId>('k1'), site.nowMs), state: 'gone', storeReviewId: null, turn: 1, marks: 3 };
    site.put('links', gone);
    site.fail({ call: 'wix.createReviews', how: 'crash-before' });
    await expect(match(site, site.inStore())).rejects.toThrow('Died');
    expect(site.link()).toMatchObject({ state: 'waiting', turn: 2, marks: 3 });
    expect(await site.run((session) => claim(session, gone))).toBeNull();
  });

  it('makes a contact of an author whom Wix does not know, once', async () => {
    const site = new TestSite();
    site.addPerson(2, { contact: false });
    site.world.addProduct(2, 'both');
    await match(site, [site.writeInStore('Warm', { person: 2 }), site.writeInStore('Dry', { person: 2, product: 2 })]);
    expect(site.calls.filter((call) => call === 'wix.createContact')).toHaveLength(1);
    expect(new Set(site.onWix().map(({ contactId }) => contactId)).size).toBe(1);
    expect(site.onWix()).toHaveLength(2);
  });

  it('by somebody who wrote two of one product: the first crosses, the second is kept and says which one is in its way', async () => {
    const site = new TestSite();
    const [first, second] = [site.writeInStore('Warm'), site.writeInStore('Still warm')];
    await match(site, [first, second]);
    expect(site.onWix().map(({ fields }) => fields.body)).toEqual(['Warm']);
    expect(pairOf(site)).toMatchObject({ state: 'in-step', storeReviewId: first.id });
    expect(rowOf(site, second)).toMatchObject({ state: 'skipped', code: 'CONTACT_HAS_REVIEW', because: pairId() });
  });

  it('takes the row of a pair that is gone', async () => {
    const site = await onWix('Old', { state: 'gone', wixReviewId: brandId<WixReviewId>('w0'), storeReviewId: brandId<StoreReviewId>('s0'), gone: 'wix' });
    site.world.shops.wix.clear();
    const record = site.writeInStore('Warm');
    await match(site, [record]);
    expect(site.link()).toMatchObject({ state: 'in-step', gone: null, storeReviewId: record.id, birth: 'store' });
    expect(site.onWix()).toHaveLength(1);
  });

  it('and was deleted on Wix is not brought back', async () => {
    const site = new TestSite();
    const record = site.writeInStore('Warm');
    await match(site, [record]);
    const [copy] = site.onWix();
    if (copy !== undefined) site.world.shops.deleteOnWix(copy.id, false);
    site.put('links', { ...site.link(), state: 'gone' });
    expect(await match(site, [record])).toBe('done');
    expect(site.onWix()).toEqual([]);
    expect(site.link().state).toBe('gone');
  });
});

describe('a review that cannot cross', () => {
  const reasons = [
    ['is not published yet', 'waiting', 'NOT_PUBLISHED', (site: TestSite) => site.writeInStore('Not yet', { status: 'pending' })],
    ['has no stars', 'skipped', 'RATING_MISSING', (site: TestSite) => site.writeInStore('No stars', { rating: null })],
    ['is too long for Wix', 'blocked', 'FIELD_TOO_LONG', (site: TestSite) => site.writeInStore('x'.repeat(3001))],
    ['has no address', 'skipped', 'AUTHOR_NO_EMAIL', (site: TestSite) => (site.addPerson(2, { contact: false, email: false }), site.writeInStore('Warm', { person: 2 }))],
    ['is of a product that Wix does not sell', 'unmatched', 'PRODUCT_UNMATCHED', (site: TestSite) => (site.world.addProduct(2, 'store'), site.writeInStore('Warm', { product: 2 }))],
  ] as const;

  it.each(reasons)('because it %s is kept with the reason, and not even a contact is made', async (_, state, code, write) => {
    const site = new TestSite();
    const record = write(site);
    expect(await match(site, [record])).toBe('done');
    expect(site.link()).toMatchObject({ _id: storeLinkId(INSTANCE, record.id), state, code, because: null, storeReviewId: record.id, intent: null, dueAtMs: null });
    expect(site.calls).not.toContain('wix.createContact');
    expect(site.calls).not.toContain('wix.createReviews');
  });

  it('does not keep its neighbours', async () => {
    const site = new TestSite();
    const records = reasons.map(([, , , write]) => write(site));
    const able = site.writeInStore('Good');
    expect(await match(site, [...records, able])).toBe('done');
    expect(site.onWix().map(({ fields }) => fields.body)).toEqual(['Good']);
    expect(site.links()).toHaveLength(reasons.length + 1);
  });

  it('for the same reason as before is not written again', async () => {
    const site = new TestSite();
    const record = site.writeInStore('Warm', { status: 'pending' });
    await match(site, [record]);
    await match(site, [record], { lone: site.links() });
    expect(site.calls).toEqual(['rows.get', 'rows.getMany', 'rows.getMany', 'rows.getMany']);
  });

  it('for another reason now says the new one', async () => {
    const site = new TestSite();
    const record = site.writeInStore('Warm', { rating: null });
    site.put('links', loneStoreLink(INSTANCE, toStoreReview(record), 'PRODUCT_UNMATCHED', null, 0));
    await match(site, [record], { lone: site.links() });
    expect(site.link()).toMatchObject({ state: 'skipped', code: 'RATING_MISSING' });
  });
});

describe('a row that a review had while it was alone', () => {
  it.each(['created on Wix', 'matched there'])('goes when the review is %s', async (how) => {
    const site = how === 'matched there' ? await onWix('Warm') : new TestSite();
    const record = site.writeInStore('Warm');
    const lone = loneStoreLink(INSTANCE, toStoreReview(record), 'PRODUCT_UNMATCHED', null, 0);
    site.put('links', lone);
    await match(site, [record], { lone: [lone] });
    expect(site.link()).toMatchObject({ _id: pairId(), state: 'in-step', storeReviewId: record.id });
  });

  it('is removed when the pair knew the review already, and nothing is created', async () => {
    const site = new TestSite();
    const record = site.writeInStore('Warm');
    await match(site, [record]);
    const lone = loneStoreLink(INSTANCE, toStoreReview(record), 'PRODUCT_UNMATCHED', null, 0);
    site.put('links', lone);
    await match(site, [record], { lone: [lone] });
    expect(site.link()._id).toBe(pairId());
    expect(site.writes()).toEqual([]);
  });
});

describe('a page that cannot be placed now', () => {
  it('waits for whoever is at one of its pairs, and writes nothing', async () => {
    const site = await onWix('Warm', { leaseUntilMs: 9e15 });
    site.addPerson(2);
    const before = site.links();
    expect(await match(site, [site.writeInStore('Warm'), site.writeInStore('Dry', { person: 2 }), site.writeInStore('Odd', { product: 9 })])).toBe('later');
    expect(site.links()).toEqual(before);
    expect(site.writes()).toEqual([]);
  });

  it('with more new authors than calls makes as many as it can, and goes on from there', async () => {
    const site = new TestSite();
    for (let person = 2; person <= 25; person += 1) site.addPerson(person, { contact: false });
    const records = Array.from({ length: 24 }, (_, index) => site.writeInStore('Warm', { person: index + 2 }));
    const made: number[] = [];
    let rounds = 0;
    while ((await match(site, records)) === 'later') {
      made.push(site.world.shops.contacts.size);
      expect(site.onWix()).toEqual([]);
      if ((rounds += 1) > 5) throw new Error('No end in sight');
    }
    expect(made).toEqual([...new Set(made)].sort((a, b) => a - b));
    expect(site.onWix()).toHaveLength(24);
    expect(site.world.shops.contacts.size).toBe(25);
  });

  it('never begins a create that it has no calls to record', async () => {
    for (let calls = 4; calls <= 17; calls += 1) {
      const site = new TestSite();
      site.addPerson(2, { contact: false });
      const records = [site.writeInStore('Warm'), site.writeInStore('Dry', { person: 2 }), site.writeInStore('Odd', { product: 9 })];
      await match(site, records, { calls }).catch((error: unknown) => expect(error).toMatchObject({ code: 'BUDGET_SPENT' }));
      expect(site.links().filter(({ intent }) => intent !== null)).toEqual([]);
    }
  });

  it('writes what needs no create first, so that the next try has the calls for the creates', async () => {
    const site = await onWix('Warm');
    site.addPerson(2);
    const records = [site.writeInStore('Warm'), site.writeInStore('Dry', { person: 2 }), site.writeInStore('Dry again', { person: 2 })];
    const lone = loneStoreLink(INSTANCE, toStoreReview(records[0] ?? site.writeInStore('never')), 'PRODUCT_UNMATCHED', null, 0);
    site.put('links', lone);
    expect(await match(site, records, { lone: [lone], calls: 12 })).toBe('later');
    expect(pairOf(site)).toMatchObject({ state: 'in-step', storeReviewId: records[0]?.id });
    expect(site.writes()).toEqual([]);
    expect(await match(site, records.slice(1), { lone: site.links(), calls: 12 })).toBe('done');
    expect(site.onWix()).toHaveLength(2);
  });
});

it('a create that was begun and never recorded is finished, not begun again', async () => {
  const site = new TestSite();
  const record = site.writeInStore('Warm');
  const review = toStoreReview(record);
  const begun = { ...leased(storeBornLink(INSTANCE, review, brandId('wp1'), brandId('k1'), 0), 0), intent: { kind: 'create', on: 'wix', sent: fingerprints(review.fields) } } as const;
  site.put('links', begun);
  expect(await match(site, [record])).toBe('done');
  expect(site.calls).not.toContain('rows.insertMany');
  expect(site.link()).toMatchObject({ state: 'in-step', turn: 1, wixReviewId: site.onWix()[0]?.id });
});

it('a create whose result was deleted before it was recorded is not made again: that somebody deleted it proves that it was made', async () => {
  const site = new TestSite();
  const record = site.writeInStore('Warm');
  const review = toStoreReview(record);
  site.put('links', { ...storeBornLink(INSTANCE, review, brandId('wp1'), brandId('k1'), 0), gone: 'wix', intent: { kind: 'create', on: 'wix', sent: fingerprints(review.fields) } });
  const before = site.link();
  expect(await match(site, [record])).toBe('done');
  expect(site.onWix()).toEqual([]);
  expect(site.link()).toEqual(before);
});
