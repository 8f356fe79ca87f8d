import { describe, expect, it } from 'vitest';
import type { StoreRecord } from '../../../sim/world/shop';
import { toStoreReview } from '../../../sim/world/store';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type ContactId, type WixProductId } from '../../core/ids';
import type { SyncCode } from '../../core/sync-code';
import { SyncError } from '../../core/sync-error';
import { createPage, type PageCreate } from './create-page';
import { leased, storeBornLink } from './new-link';
import type { LinkRow } from './tables';
import type { WixCreateResult } from './wix-port';

/** The row a page has written before it creates: leased, with its intent, not due. */
function begin(site: TestSite, record: StoreRecord, person: number): PageCreate {
  const review = toStoreReview(record);
  const fresh = storeBornLink(INSTANCE, review, brandId<WixProductId>('wp1'), brandId<ContactId>(`k${person}`), site.nowMs);
  const link: LinkRow = { ...leased(fresh, site.nowMs), dueAtMs: null, intent: { kind: 'create', on: 'wix', sent: fingerprints(review.fields) } };
  site.put('links', link);
  return { link, review };
}

function rowOf(site: TestSite, { link }: PageCreate): LinkRow | undefined {
  return site.links().find(({ _id }) => _id === link._id);
}

function twoPeople(): TestSite {
  const site = new TestSite();
  site.addPerson(2);
  return site;
}

it('creates a whole page and records it in two calls', async () => {
  const site = twoPeople();
  const creates = [begin(site, site.writeInStore('Warm'), 1), begin(site, site.writeInStore('Too small', { person: 2, rating: 2 }), 2)];
  await site.run((session) => createPage(session, creates));
  expect(site.calls).toEqual(['rows.get', 'wix.createReviews', 'rows.patchMany']);
  expect(site.onWix().map(({ contactId, fields }) => [contactId, fields.body, fields.rating])).toEqual([['k1', 'Warm', 4], ['k2', 'Too small', 2]]);
});

it('leaves a row that says what both sides hold, free and with nothing left to do', async () => {
  const site = new TestSite();
  const one = begin(site, site.writeInStore('Warm', { writtenAt: '2024-02-03T04:05:06Z' }), 1);
  await site.run((session) => createPage(session, [one]));
  const [made] = site.onWix();
  if (made === undefined) throw new Error('Expected a review on Wix');
  const [wix, store] = [fingerprints(made.fields), fingerprints(one.review.fields)];
  expect(made.writtenAt).toBe('2024-02-03T04:05:06Z');
  expect(site.link()).toMatchObject({
    state: 'in-step', code: null, outcome: 'created-on-wix', intent: null, leaseUntilMs: 0, dueAtMs: null,
    wixReviewId: made.id, wixRevision: '1', wixSeen: wix, storeSeen: store, base: { wix, store }, lastEvent: 'Copied to Wix',
  });
});

it('keeps a mark that was left during the create: the row is looked at again', async () => {
  const site = new TestSite();
  const one = begin(site, site.writeInStore('Warm'), 1);
  await site.run((session) => createPage({ ...session, wix: { ...session.wix, createReviews: async (drafts) => {
    site.put('links', { ...one.link, marks: 1, dueAtMs: one.link.leaseUntilMs });
    return session.wix.createReviews(drafts);
  } } }, [one]));
  expect(site.link()).toMatchObject({ state: 'in-step', dueAtMs: one.link.leaseUntilMs });
});

describe('a review that Wix has already', () => {
  it.each([
    ['says the same', 'Warm', '2023-01-01T00:00:00Z'],
    ['was written at the same second and edited since', 'Warm and dry', '2026-05-01T00:00:00Z'],
  ])('and that %s is this one: it is left for settle to compare, intent and all', async (_, body, writtenAt) => {
    const site = new TestSite();
    const there = site.writeOnWix(body, { writtenAt });
    const one = begin(site, site.writeInStore('Warm'), 1);
    await site.run((session) => createPage(session, [one]));
    expect(site.calls).toEqual(['rows.get', 'wix.createReviews', 'wix.findReviews', 'rows.patchMany']);
    expect(site.onWix()).toEqual([there]);
    expect(site.link()).toMatchObject({ state: 'waiting', wixReviewId: there.id, base: null, intent: one.link.intent, leaseUntilMs: 0 });
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });

  it('and that says something else stays what it is, and its row says why', async () => {
    const site = new TestSite();
    const there = site.writeOnWix('Cold', { writtenAt: '2023-01-01T00:00:00Z' });
    await site.run((session) => createPage(session, [begin(site, site.writeInStore('Warm'), 1)]));
    expect(site.onWix()[0]?.fields.body).toBe('Cold');
    expect(site.link()).toMatchObject({ state: 'skipped', code: 'CONTACT_HAS_REVIEW', wixReviewId: there.id, wixSeen: fingerprints(there.fields), wixRevision: '1', base: null, intent: null, dueAtMs: null });
  });

  it('but does not show is skipped all the same: there is nothing to adopt', async () => {
    const site = new TestSite();
    site.writeOnWix('Warm');
    const one = begin(site, site.writeInStore('Warm'), 1);
    await site.run((session) => createPage({ ...session, wix: { ...session.wix, findReviews: () => Promise.resolve([]) } }, [one]));
    expect(site.link()).toMatchObject({ state: 'skipped', code: 'CONTACT_HAS_REVIEW', wixReviewId: null, intent: null });
  });

  it('is not mistaken for a neighbour of the page', async () => {
    const site = twoPeople();
    site.writeOnWix('Warm');
    const creates = [begin(site, site.writeInStore('Fresh', { person: 2 }), 2), begin(site, site.writeInStore('Warm'), 1)] as const;
    await site.run((session) => createPage(session, creates));
    expect(rowOf(site, creates[0])).toMatchObject({ state: 'in-step', wixReviewId: site.onWix()[1]?.id });
    expect(rowOf(site, creates[1])).toMatchObject({ state: 'waiting', wixReviewId: site.onWix()[0]?.id });
  });
});

describe('a review that Wix refuses', () => {
  it('does not take its neighbours with it, and stays due with the code', async () => {
    const site = twoPeople();
    const creates = [begin(site, site.writeInStore('Warm'), 1), begin(site, site.writeInStore('Fresh', { person: 2 }), 2)] as const;
    site.fail({ call: 'wix.createReviews', how: 'partial' });
    await site.run((session) => createPage(session, creates));
    expect(rowOf(site, creates[0])).toMatchObject({ state: 'waiting', code: 'WIX_SERVER_ERROR', intent: creates[0].link.intent, leaseUntilMs: 0 });
    expect(rowOf(site, creates[0])?.dueAtMs).toBeLessThanOrEqual(site.nowMs);
    expect(rowOf(site, creates[1])).toMatchObject({ state: 'in-step', code: null });
  });

  it.each<[SyncCode, LinkRow['state'], 'tried again' | 'given up']>([
    ['WIX_SERVER_ERROR', 'waiting', 'tried again'],
    ['WIX_RATE_LIMITED', 'waiting', 'tried again'],
    ['WIX_REFUSED', 'blocked', 'given up'],
    ['WIX_ORGANIC_REFUSED', 'blocked', 'given up'],
    ['WIX_FORBIDDEN', 'blocked', 'given up'],
    ['PRODUCT_UNMATCHED', 'unmatched', 'given up'],
  ])('with %s is %s and %s', async (code, state, then) => {
    const site = new TestSite();
    const one = begin(site, site.writeInStore('Warm'), 1);
    const refused: WixCreateResult = { kind: 'refused', error: new SyncError(code) };
    await site.run((session) => createPage({ ...session, wix: { ...session.wix, createReviews: () => Promise.resolve([refused]) } }, [one]));
    const again = then === 'tried again';
    expect(site.link()).toMatchObject({ state, code, leaseUntilMs: 0, intent: again ? one.link.intent : null });
    expect(site.link().dueAtMs !== null).toBe(again);
  });
});

it('keeps results with their rows when a review can no longer be created', async () => {
  const site = twoPeople();
  const hidden = begin(site, site.writeInStore('Warm', { status: 'pending' }), 1);
  const shown = begin(site, site.writeInStore('Fresh', { person: 2 }), 2);
  await site.run((session) => createPage(session, [hidden, shown]));
  expect(site.onWix().map(({ contactId }) => contactId)).toEqual(['k2']);
  expect(rowOf(site, hidden)).toEqual(hidden.link);
  expect(rowOf(site, shown)).toMatchObject({ state: 'in-step', wixReviewId: site.onWix()[0]?.id });
});

it('leaves the intent of a review for which Wix gave no result', async () => {
  const site = new TestSite();
  const one = begin(site, site.writeInStore('Warm'), 1);
  await site.run((session) => createPage({ ...session, wix: { ...session.wix, createReviews: () => Promise.resolve([]) } }, [one]));
  expect(site.link()).toEqual(one.link);
});

it.each(['before', 'after', 'throttled', 'crash-before', 'crash-after'] as const)('leaves every intent on record when the create ends with: %s', async (how) => {
  const site = new TestSite();
  const one = begin(site, site.writeInStore('Warm'), 1);
  site.fail({ call: 'wix.createReviews', how });
  await expect(site.run((session) => createPage(session, [one]))).rejects.toThrow();
  expect(site.link()).toEqual(one.link);
  expect(site.onWix()).toHaveLength(how.endsWith('after') ? 1 : 0);
});
