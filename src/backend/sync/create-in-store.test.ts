import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type LinkId, type StoreReviewId } from '../../core/ids';
import { TestSite } from '../../../test/support/test-site';
import { createInStore, type CreatedInStore } from './create-in-store';
import { wixBornLink } from './new-link';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';
import type { WixReview } from './wix-port';

/** A Wix review with its row, about to be copied. */
function toCopy(change: Partial<LinkRow> = {}): { site: TestSite; link: LinkRow; review: WixReview } {
  const site = new TestSite();
  const event = site.event(site.writeOnWix('Fits well', { title: 'Good' }));
  const review = event.review ?? expect.fail('Expected the event to carry its review');
  const link = { ...wixBornLink(event.instanceId, event, site.nowMs), ...change };
  site.put('links', link);
  return { site, link, review };
}

type Copying = ReturnType<typeof toCopy>;

async function copy({ site, link, review }: Copying, use: (session: SyncSession) => SyncSession = (session) => session): Promise<CreatedInStore> {
  return site.run(async (session) => {
    site.calls.length = 0;
    return createInStore(use(session), link, review, { ...review.fields, title: '' });
  });
}

const TARGET = ['rows.find', 'wix.contactsById'];

describe('a copy in the store', () => {
  it('is made where the product and the author are known, with the original date, in 4 calls', async () => {
    const copying = toCopy();
    expect(await copy(copying)).toMatchObject({ kind: 'created', review: { fields: { title: '', body: 'Fits well', rating: 4 } } });
    expect(copying.site.calls).toEqual([...TARGET, 'rows.patch', 'store.createReviews']);
    expect(copying.site.inStore()).toMatchObject([{ productId: 'sp1', email: 'p1@example.com', writtenAt: copying.review.writtenAt, byApp: true }]);
  });

  it('has its intent on record before the store hears of it: what Wix held, titles included', async () => {
    const copying = toCopy({ gone: 'store', storeReviewId: brandId<StoreReviewId>('s77') });
    copying.site.fail({ call: 'store.createReviews', how: 'crash-before' });
    await expect(copy(copying)).rejects.toThrow('Died');
    expect(copying.site.inStore()).toEqual([]);
    // An earlier review's id and its deletion are off the row, or they would be taken for the copy's.
    expect(copying.site.link()).toMatchObject({ intent: { kind: 'create', on: 'store', sent: fingerprints(copying.review.fields) }, storeReviewId: null, gone: null, birth: 'wix' });
  });

  it('is not begun while the intent cannot be written', async () => {
    const copying = toCopy();
    copying.site.fail({ call: 'rows.patch', how: 'before' });
    await expect(copy(copying)).rejects.toMatchObject({ code: 'WIX_SERVER_ERROR' });
    expect(copying.site.writes()).toEqual([]);
  });

  it('costs no second intent when the same one is on the row', async () => {
    const { review } = toCopy();
    const copying = toCopy({ intent: { kind: 'create', on: 'store', sent: fingerprints(review.fields) } });
    await copy(copying);
    expect(copying.site.calls).toEqual([...TARGET, 'store.createReviews']);
  });

  it.each([
    ['other words', { kind: 'create', on: 'store', sent: fingerprints({ title: '', body: 'Before', rating: 4, author: 'Dana', status: 'published', reply: null }) }],
    ['the other way', { kind: 'create', on: 'wix', sent: fingerprints(toCopy().review.fields) }],
  ] as const)('replaces an intent that was for %s', async (_name, intent) => {
    const copying = toCopy({ intent });
    await copy(copying);
    expect(copying.site.link().intent).toEqual({ kind: 'create', on: 'store', sent: fingerprints(copying.review.fields) });
  });

  it.each([
    ['PRODUCT_UNMATCHED', { wixProductId: null }],
    ['AUTHOR_NO_EMAIL', { contactId: null }],
  ] as const)('is not begun when there is nowhere to put it: %s', async (code, change) => {
    const copying = toCopy(change);
    expect(await copy(copying)).toEqual({ kind: 'kept', code });
    expect(copying.site.calls).not.toContain('rows.patch');
    expect(copying.site.writes()).toEqual([]);
  });
});

describe('a copy that the store says it has', () => {
  it('is found and adopted in 6 calls, none of them a second write', async () => {
    const copying = toCopy();
    const there = copying.site.writeInStore('Fits well');
    expect(await copy(copying)).toMatchObject({ kind: 'adopted', review: { id: there.id } });
    expect(copying.site.calls).toEqual([...TARGET, 'rows.patch', 'store.createReviews', 'store.findReviews', 'rows.find']);
    expect(copying.site.inStore()).toHaveLength(1);
  });

  it('with other stars is left to a person, though it was written at the same second', async () => {
    const copying = toCopy();
    copying.site.writeInStore('Fits well', { rating: 1 });
    expect(await copy(copying)).toEqual({ kind: 'kept', code: 'DIFFERENT_REVIEWS' });
    expect(copying.site.inStore()).toMatchObject([{ fields: { rating: 1 } }]);
  });

  it('is not taken away from another pair', async () => {
    const copying = toCopy();
    const there = copying.site.writeInStore('Fits well');
    copying.site.put('links', { ...copying.link, _id: brandId<LinkId>('another'), storeReviewId: there.id });
    expect(await copy(copying)).toEqual({ kind: 'kept', code: 'STORE_REVIEW_DUPLICATE' });
  });

  it('but that is not to be found is left to a person', async () => {
    const copying = toCopy();
    const use = (session: SyncSession): SyncSession => ({ ...session, store: { ...session.store, createReviews: async () => [{ kind: 'duplicate' }] } });
    expect(await copy(copying, use)).toEqual({ kind: 'kept', code: 'STORE_REVIEW_DUPLICATE' });
  });
});

describe('while a walk is under way, a review that nobody has matched yet', () => {
  async function walking(inStore: string, over: Partial<LinkRow> = {}): Promise<Copying> {
    const copying = toCopy(over);
    copying.site.put('connections', { ...copying.site.connection(), walking: true });
    if (inStore !== '') copying.site.writeInStore(inStore, { writtenAt: '2026-04-01T00:00:00Z' });
    return copying;
  }

  it('is adopted when it says the same, and nothing is written', async () => {
    const copying = await walking('Fits well');
    expect(await copy(copying)).toMatchObject({ kind: 'adopted', review: { id: copying.site.inStore()[0]?.id } });
    expect(copying.site.writes()).toEqual([]);
  });

  it('stays a second review when it says something else: that person has one of this product', async () => {
    const copying = await walking('Too small');
    expect(await copy(copying)).toEqual({ kind: 'kept', code: 'CONTACT_HAS_REVIEW' });
    expect(copying.site.inStore()).toHaveLength(1);
  });

  it('and is in the bin is in nobody’s way', async () => {
    const copying = await walking('Too small');
    for (const record of copying.site.world.shops.store.values()) record.trashed = true;
    expect(await copy(copying)).toMatchObject({ kind: 'created' });
  });

  it('and belongs to another pair is in nobody’s way', async () => {
    const copying = await walking('Too small');
    copying.site.put('links', { ...copying.link, _id: brandId<LinkId>('another'), storeReviewId: copying.site.inStore()[0]?.id ?? null });
    expect(await copy(copying)).toMatchObject({ kind: 'created' });
  });

  it('is looked for once: a create that was begun goes on', async () => {
    const copying = await walking('', { intent: { kind: 'create', on: 'store', sent: fingerprints(toCopy().review.fields) } });
    await copy(copying);
    expect(copying.site.calls).not.toContain('store.findReviews');
  });
});

describe('a copy that fails', () => {
  it.each([
    ['before', 'STORE_SERVER_ERROR', 0],
    ['after', 'STORE_SERVER_ERROR', 1],
    ['throttled', 'STORE_RATE_LIMITED', 0],
    ['partial', 'STORE_SERVER_ERROR', 0],
  ] as const)('is an error, and its intent stays, since nobody knows whether it took effect: %s', async (how, code, made) => {
    const copying = toCopy();
    copying.site.fail({ call: 'store.createReviews', how });
    await expect(copy(copying)).rejects.toMatchObject({ code });
    expect(copying.site.inStore()).toHaveLength(made);
    expect(copying.site.link().intent).toMatchObject({ kind: 'create', on: 'store' });
  });

  it('is an error too when the store does not say what became of it', async () => {
    const use = (session: SyncSession): SyncSession => ({ ...session, store: { ...session.store, createReviews: async () => [] } });
    await expect(copy(toCopy(), use)).rejects.toMatchObject({ code: 'STORE_SERVER_ERROR', details: { got: 'no result' } });
  });
});
