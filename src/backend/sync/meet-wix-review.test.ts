import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { DEFAULT_POLICY } from '../../core/default-policy';
import { fingerprint, fingerprints } from '../../core/fingerprint';
import { pairLinkId, wixLinkId } from '../../core/link-id';
import { LEASE_MS } from './lease';
import { meetWixReview } from './meet-wix-review';
import { storeBornLink } from './new-link';
import { INVOCATION_CALLS } from './invocation-calls';
import type { WixReviewEvent } from './wix-review-event';

type WixRecord = ReturnType<TestSite['writeOnWix']>;

/** Meets a review and answers with the calls made for it; the one that opens the session is not among them. */
async function meet(site: TestSite, event: WixReviewEvent): Promise<readonly string[]> {
  const before = site.calls.length;
  await site.run((session) => meetWixReview(session, event));
  return site.calls.slice(before + 1);
}

async function copied(): Promise<{ site: TestSite; review: WixRecord }> {
  const site = new TestSite();
  const review = site.writeOnWix('Fits well');
  await meet(site, site.event(review));
  return { site, review };
}

/** Its author deletes the review and writes another; only the second is told of. */
function rewritten(site: TestSite, review: WixRecord, body = 'Bought it again'): WixRecord {
  site.world.shops.deleteOnWix(review.id, false);
  return site.writeOnWix(body, { writtenAt: '2026-05-20T00:00:00Z' });
}

/** Does something right before the `nth` call of that name from now on takes effect. */
function rightBefore(site: TestSite, call: string, nth: number, what: () => void): void {
  const told = site.world.onCall;
  let left = nth;
  site.world.onCall = (name) => {
    told(name);
    if (name === call && (left -= 1) === 0) what();
  };
}

describe('a new review', () => {
  it('is on the other side after at most 8 calls with the one that opens the site, its row inserted before anything else', async () => {
    const site = new TestSite();
    const review = site.writeOnWix('Fits well', { rating: 4, writtenAt: '2026-03-04T05:06:07.000Z' });
    const calls = await meet(site, site.event(review));
    expect(site.world.mostSpent).toBeLessThanOrEqual(8);
    expect(calls.filter((call) => call !== 'rows.patch')).toEqual(['rows.insert', 'wix.getReview', 'rows.find', 'wix.contactsById', 'store.createReviews']);
    expect(calls.at(-1)).toBe('rows.patch');
    expect(site.inStore()).toMatchObject([{ productId: 'sp1', email: 'p1@example.com', writtenAt: review.writtenAt, fields: { body: 'Fits well', rating: 4, author: 'Dana' } }]);
    expect(site.link()).toMatchObject({
      _id: pairLinkId(site.connection().instanceId, review.productId, review.contactId), birth: 'wix', outcome: 'created-in-store', state: 'in-step', code: null,
      wixReviewId: review.id, wixRevision: '1', storeReviewId: site.inStore()[0]?.id, rating: 4, intent: null, leaseUntilMs: 0, dueAtMs: null,
    });
    expect(site.link().base?.wix).toEqual(fingerprints(review.fields));
  });

  it('whose event shows nothing of it is read, and its intent is on record before the copy is made, still within 8 calls', async () => {
    const site = new TestSite();
    const calls = await meet(site, site.event(site.writeOnWix('Fits well', { title: 'Lovely' }), { review: null }));
    expect(site.world.mostSpent).toBeLessThanOrEqual(8);
    expect(calls.slice(-3)).toEqual(['rows.patch', 'store.createReviews', 'rows.patch']);
    const [copy] = site.inStore();
    expect(site.link()).toMatchObject({ state: 'in-step', storeReviewId: copy?.id, wixSeen: { title: fingerprint('Lovely') }, base: { store: { title: fingerprint('') } } });
  });

  it.each(['pending', 'hidden'] as const)('that is %s waits without an intent, and nothing is looked up for it', async (status) => {
    const site = new TestSite();
    const saved: unknown[] = [];
    rightBefore(site, 'wix.getReview', 1, () => saved.push(site.link().intent));
    expect(await meet(site, site.event(site.writeOnWix('Fits well', { status })))).toEqual(['rows.insert', 'wix.getReview', 'rows.patch']);
    expect(saved).toEqual([null]);
    expect(site.link()).toMatchObject({ state: 'waiting', code: 'NOT_PUBLISHED' });
  });

  it.each([
    ['a product the store does not sell', { product: 2 }, 'PRODUCT_UNMATCHED', 'unmatched'],
    ['an author without an address', { person: 2 }, 'AUTHOR_NO_EMAIL', 'skipped'],
  ] as const)('of %s stays, with the reason', async (_, whose, code, state) => {
    const site = new TestSite();
    site.world.addProduct(2, 'wix');
    site.addPerson(2, { email: false });
    await meet(site, site.event(site.writeOnWix('Fits well', whose)));
    expect(site.inStore()).toEqual([]);
    expect(site.link()).toMatchObject({ code, state, intent: null });
  });

  it('without a contact has a row of its own name and stays: nobody can be asked for an address', async () => {
    const site = new TestSite();
    const review = site.writeOnWix('Fits well');
    const calls = await meet(site, site.event(review, { contactId: null }));
    expect(calls).not.toContain('wix.contactsById');
    expect(site.link()).toMatchObject({ _id: wixLinkId(site.connection().instanceId, review.id), state: 'skipped', code: 'AUTHOR_NO_EMAIL' });
  });
});

describe('a new review that its owner chose not to carry', () => {
  it.each(['body', 'rating'] as const)('with its %s stays with the reason, and waits for nothing', async (field) => {
    const site = new TestSite();
    site.put('connections', { ...site.connection(), policy: { ...DEFAULT_POLICY, direction: { ...DEFAULT_POLICY.direction, [field]: 'to-wix' } } });
    await meet(site, site.event(site.writeOnWix('Fits well')));
    expect(site.inStore()).toEqual([]);
    expect(site.link()).toMatchObject({ state: 'skipped', code: 'DIRECTION_OFF', dueAtMs: null, leaseUntilMs: 0 });
  });
});

describe('an event about a review we know', () => {
  it.each([
    ['of the revision we know', (event: WixReviewEvent) => event],
    ['from before', (event: WixReviewEvent): WixReviewEvent => ({ ...event, review: event.review === null ? null : { ...event.review, revision: '1', fields: { ...event.review.fields, body: 'Draft' } } })],
  ])('%s costs two calls and moves nothing', async (_, told) => {
    const { site, review } = await copied();
    const edited = site.world.shops.changeOnWix(review.id, { body: 'Fits very well' }, false) ?? review;
    await meet(site, site.event(edited));
    const before = site.link();
    expect(await meet(site, told(site.event(edited)))).toEqual(['rows.insert', 'rows.get']);
    expect(site.link()).toEqual(before);
  });

  it('is a hint: what Wix holds now crosses, not what the event shows', async () => {
    const { site, review } = await copied();
    const told = site.event(site.world.shops.changeOnWix(review.id, { body: 'Shrank' }, false) ?? review);
    site.world.shops.changeOnWix(review.id, { body: 'Shrank, and faded' }, false);
    expect(await meet(site, told)).toEqual(['rows.insert', 'rows.get', 'rows.patch', 'store.getReview', 'wix.getReview', 'rows.patch', 'store.updateReview', 'rows.patch']);
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Shrank, and faded' } }]);
    expect(site.link()).toMatchObject({ wixRevision: '3', state: 'in-step' });
  });

  it('leaves a mark while somebody is at the row, and nothing else', async () => {
    const { site, review } = await copied();
    site.world.shops.changeOnWix(review.id, { body: 'Shrank' }, false);
    const busy = { ...site.link(), leaseUntilMs: site.nowMs + LEASE_MS };
    site.put('links', busy);
    expect(await meet(site, site.event(review))).toEqual(['rows.insert', 'rows.get', 'rows.patch']);
    expect(site.link()).toEqual({ ...busy, marks: busy.marks + 1, dueAtMs: busy.leaseUntilMs });
  });

  it('is left to whoever claimed the row first', async () => {
    const { site, review } = await copied();
    site.world.shops.changeOnWix(review.id, { body: 'Shrank' }, false);
    rightBefore(site, 'rows.patch', 1, () => site.put('links', { ...site.link(), turn: site.link().turn + 1 }));
    expect(await meet(site, site.event(review))).toEqual(['rows.insert', 'rows.get', 'rows.patch']);
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Fits well' } }]);
  });
});

describe('a copy of ours that was never recorded', () => {
  it('and is gone when its event comes late, is not made again: it waits to hear of its deletion', async () => {
    const site = new TestSite();
    const original = site.writeInStore('Fits well');
    const copy = site.writeOnWix('Fits well');
    const event = site.event(copy);
    const born = storeBornLink(event.instanceId, original, copy.productId, copy.contactId, site.nowMs);
    site.put('links', { ...born, intent: { kind: 'create', on: 'wix', sent: fingerprints(copy.fields) } });
    site.world.shops.deleteOnWix(copy.id, false);
    await meet(site, event);
    expect(site.onWix()).toEqual([]);
    expect(site.link()).toMatchObject({ state: 'blocked', code: 'GONE_UNPROVEN', wixReviewId: copy.id });
  });
});

describe('a second review after the first was deleted', () => {
  it('begins a new life of the row; what the first one was is forgotten, its counters go on', async () => {
    const { site, review } = await copied();
    site.put('links', { ...site.link(), state: 'gone', base: null, marks: 5, turn: 7, attempts: 3, gone: 'wix' });
    const first = site.link();
    const second = rewritten(site, review);
    await meet(site, site.event(second));
    expect(site.link()).toMatchObject({ _id: first._id, wixReviewId: second.id, state: 'in-step', gone: null, attempts: 0, outcome: 'created-in-store' });
    expect(site.link().storeReviewId).not.toBe(first.storeReviewId);
    expect(site.link()).toMatchObject({ marks: 6, turn: 8 });
  });

  it.each([['in other words', 'Bought it again'], ['in the same words', 'Fits well']])('takes the first one\'s place even when nobody told of the deletion, within one invocation: %s', async (_, body) => {
    const { site, review } = await copied();
    const second = rewritten(site, review, body);
    const calls = await meet(site, site.event(second));
    expect(calls.slice(0, 10)).toEqual(['rows.insert', 'rows.get', 'rows.patch', 'store.getReview', 'wix.getReview', 'wix.getCatalog', 'wix.getProduct', 'store.trashReview', 'rows.patch', 'rows.saveMany']);
    expect(site.world.mostSpent).toBeLessThanOrEqual(INVOCATION_CALLS);
    expect(site.inStore()).toMatchObject([{ fields: { body } }]);
    expect(site.link()).toMatchObject({ wixReviewId: second.id, state: 'in-step' });
  });

  it.each(['crash-before', 'crash-after', 'before', 'after'] as const)('is sent again and carried across when its new life cannot be written: %s', async (how) => {
    const { site, review } = await copied();
    const second = rewritten(site, review);
    site.fail({ call: 'rows.saveMany', how });
    await expect(meet(site, site.event(second))).rejects.toThrow();
    site.passMs(LEASE_MS);
    await meet(site, site.event(second));
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Bought it again' } }]);
    expect(site.link()).toMatchObject({ wixReviewId: second.id, state: 'in-step' });
  });
});

describe('the second review of somebody who deleted the first', () => {
  it.each([
    ['the very same words', 'Fits well'],
    ['other words', 'Bought it again'],
  ])('survives a store that fails once, although the first one’s copy is in its bin: %s', async (_, body) => {
    const { site, review } = await copied();
    const second = rewritten(site, review, body);
    site.fail({ call: 'store.createReviews', how: 'before' });
    await meet(site, site.event(second));
    site.passMs(10 * LEASE_MS);
    await meet(site, { ...site.event(second), review: null });
    expect(site.onWix()).toMatchObject([{ id: second.id }]);
    expect(site.inStore()).toMatchObject([{ fields: { body } }]);
  });

  it.each<[string, (site: TestSite) => void]>([
    ['somebody is at the row', (site) => { site.put('links', { ...site.link(), leaseUntilMs: site.nowMs + LEASE_MS }); }],
    ['the store does not take the first one’s copy away', (site) => { site.fail({ call: 'store.trashReview', how: 'before' }); }],
  ])('is told again by Wix when %s, and carried across then', async (_, stands) => {
    const { site, review } = await copied();
    const second = rewritten(site, review);
    stands(site);
    await expect(meet(site, site.event(second))).rejects.toMatchObject({ code: 'BUSY' });
    site.passMs(2 * LEASE_MS);
    await meet(site, site.event(second));
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Bought it again' } }]);
    expect(site.link()).toMatchObject({ state: 'in-step', wixReviewId: second.id });
  });

  it('is left to a person when the store will never take the first one’s copy away', async () => {
    const { site, review } = await copied();
    const second = rewritten(site, review);
    site.put('links', { ...site.link(), attempts: 99 });
    site.fail({ call: 'store.trashReview', how: 'before' });
    await meet(site, site.event(second));
    expect(site.link()).toMatchObject({ state: 'blocked', gone: 'wix' });
  });
});
