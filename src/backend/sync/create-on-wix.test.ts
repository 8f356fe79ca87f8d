import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type ContactId, type WixProductId, type WixReviewId } from '../../core/ids';
import type { StoreReview } from '../stores/store';
import { TestSite, type Written } from '../../../test/support/test-site';
import { createOnWix, type CreatedOnWix } from './create-on-wix';
import { storeBornLink } from './new-link';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/** A store review with its row, about to be copied. */
function toCopy(change: Partial<LinkRow> = {}): { site: TestSite; link: LinkRow; review: StoreReview } {
  const site = new TestSite();
  const review: StoreReview = { ...site.writeInStore('Fits well') };
  const link = { ...storeBornLink(site.connection().instanceId, review, brandId<WixProductId>('wp1'), brandId<ContactId>('k1'), site.nowMs), ...change };
  site.put('links', link);
  return { site, link, review };
}

async function copy({ site, link, review }: ReturnType<typeof toCopy>, use: (session: SyncSession) => SyncSession = (session) => session): Promise<CreatedOnWix> {
  return site.run(async (session) => {
    site.calls.length = 0;
    return createOnWix(use(session), link, review, review.fields);
  });
}

describe('a copy on Wix', () => {
  it("is made under the author's contact, with the original date, in 2 calls", async () => {
    const copying = toCopy();
    expect(await copy(copying)).toMatchObject({ kind: 'created', review: { fields: { body: 'Fits well', rating: 4 }, revision: '1' } });
    expect(copying.site.calls).toEqual(['rows.patch', 'wix.createReviews']);
    expect(copying.site.onWix()).toMatchObject([{ productId: 'wp1', contactId: 'k1', writtenAt: copying.review.writtenAt, byApp: true }]);
  });

  it('has its intent on record before Wix hears of it', async () => {
    const copying = toCopy({ gone: 'wix', wixReviewId: brandId<WixReviewId>('w77') });
    copying.site.fail({ call: 'wix.createReviews', how: 'crash-before' });
    await expect(copy(copying)).rejects.toThrow('Died');
    expect(copying.site.onWix()).toEqual([]);
    // An earlier review's id and its deletion are off the row, or they would be taken for the copy's.
    expect(copying.site.link()).toMatchObject({ intent: { kind: 'create', on: 'wix', sent: fingerprints(copying.review.fields) }, wixReviewId: null, gone: null, birth: 'store' });
  });

  it('is not begun while the intent cannot be written', async () => {
    const copying = toCopy();
    copying.site.fail({ call: 'rows.patch', how: 'throttled' });
    await expect(copy(copying)).rejects.toMatchObject({ code: 'WIX_RATE_LIMITED' });
    expect(copying.site.writes()).toEqual([]);
  });

  it('costs 1 call when the same intent is on the row', async () => {
    const copying = toCopy({ intent: { kind: 'create', on: 'wix', sent: fingerprints(toCopy().review.fields) } });
    await copy(copying);
    expect(copying.site.calls).toEqual(['wix.createReviews']);
  });

  it.each([
    ['other words', { kind: 'create', on: 'wix', sent: fingerprints({ title: '', body: 'Before', rating: 4, author: 'Dana', status: 'published', reply: null }) }],
    ['the other way', { kind: 'create', on: 'store', sent: fingerprints(toCopy().review.fields) }],
  ] as const)('replaces an intent that was for %s', async (_name, intent) => {
    const copying = toCopy({ intent });
    await copy(copying);
    expect(copying.site.link().intent).toEqual({ kind: 'create', on: 'wix', sent: fingerprints(copying.review.fields) });
  });

  it.each([
    ['PRODUCT_UNMATCHED', { wixProductId: null }],
    ['AUTHOR_NO_EMAIL', { contactId: null }],
  ] as const)('is not begun, and costs no call, when there is nowhere to put it: %s', async (code, change) => {
    const copying = toCopy(change);
    expect(await copy(copying)).toEqual({ kind: 'kept', code });
    expect(copying.site.calls).toEqual([]);
  });
});

describe('a contact that has a review of the product', () => {
  it.each<[string, string, Written]>([
    ['the same words', 'Fits well', { writtenAt: '2020-01-01T00:00:00Z' }],
    ['the same moment, edited since', 'Runs small', {}],
  ])('keeps it, and it is adopted when it is this one, in 3 calls: %s', async (_name, body, over) => {
    const copying = toCopy();
    const there = copying.site.writeOnWix(body, over);
    expect(await copy(copying)).toMatchObject({ kind: 'adopted', review: { id: there.id } });
    expect(copying.site.calls).toEqual(['rows.patch', 'wix.createReviews', 'wix.findReviews']);
  });

  it('keeps it, and ours stays in the store, when it is another one', async () => {
    const copying = toCopy();
    copying.site.writeOnWix('Something else', { writtenAt: '2020-01-01T00:00:00Z' });
    expect(await copy(copying)).toEqual({ kind: 'kept', code: 'CONTACT_HAS_REVIEW' });
    expect(copying.site.onWix()).toMatchObject([{ fields: { body: 'Something else' } }]);
  });

  it('by the word of Wix, though it cannot be found, is believed', async () => {
    const use = (session: SyncSession): SyncSession => ({ ...session, wix: { ...session.wix, createReviews: async () => [{ kind: 'duplicate' }] } });
    expect(await copy(toCopy(), use)).toEqual({ kind: 'kept', code: 'CONTACT_HAS_REVIEW' });
  });
});

describe('a copy that fails', () => {
  it.each([
    ['before', 'WIX_SERVER_ERROR', 0],
    ['after', 'WIX_SERVER_ERROR', 1],
    ['throttled', 'WIX_RATE_LIMITED', 0],
    ['partial', 'WIX_SERVER_ERROR', 0],
  ] as const)('is an error, and its intent stays, since nobody knows whether it took effect: %s', async (how, code, made) => {
    const copying = toCopy();
    copying.site.fail({ call: 'wix.createReviews', how });
    await expect(copy(copying)).rejects.toMatchObject({ code });
    expect(copying.site.onWix()).toHaveLength(made);
    expect(copying.site.link().intent).toMatchObject({ kind: 'create', on: 'wix' });
  });

  it('is an error too when Wix does not say what became of it', async () => {
    const use = (session: SyncSession): SyncSession => ({ ...session, wix: { ...session.wix, createReviews: async () => [] } });
    await expect(copy(toCopy(), use)).rejects.toMatchObject({ code: 'WIX_SERVER_ERROR', details: { got: 'no result' } });
  });
});
