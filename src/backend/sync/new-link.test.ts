import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type ContactId, type StoreProductId, type StoreReviewId, type WixProductId, type WixReviewId } from '../../core/ids';
import { pairLinkId, storeLinkId, wixLinkId } from '../../core/link-id';
import type { ReviewFields } from '../../core/review';
import type { StoreReview } from '../stores/store';
import { LEASE_MS } from './lease';
import { leased, linkIdOfWix, loneStoreLink, storeBornLink, wixBornLink, type WixIdentity } from './new-link';

const SITE = brandId<Parameters<typeof pairLinkId>[0]>('site');
const PRODUCT = brandId<WixProductId>('wp1');
const CONTACT = brandId<ContactId>('k1');
const NOW_MS = 1_000_000;
const FIELDS: ReviewFields = { title: '', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: null };

const reviewId = brandId<WixReviewId>('w1');
const ON_WIX: WixIdentity = { reviewId, productId: PRODUCT, contactId: CONTACT, review: { id: reviewId, productId: PRODUCT, contactId: CONTACT, fields: FIELDS, revision: '8', writtenAt: '2026-05-01T00:00:00Z' } };
const IN_STORE: StoreReview = { id: brandId<StoreReviewId>('s1'), productId: brandId<StoreProductId>('sp1'), fields: { ...FIELDS, rating: null }, email: null, writtenAt: '2026-05-01T00:00:00Z', trashed: false };

describe('the name of a row', () => {
  it('is the same whichever side is met first, so that a pair cannot have two', () => {
    expect(wixBornLink(SITE, ON_WIX, NOW_MS)._id).toBe(storeBornLink(SITE, IN_STORE, PRODUCT, CONTACT, NOW_MS)._id);
    expect(linkIdOfWix(SITE, ON_WIX)).toBe(pairLinkId(SITE, PRODUCT, CONTACT));
  });

  it.each([{ productId: null }, { contactId: null }])("is the review's own while it is not known whose pair it is: %o", (unknown) => {
    expect(linkIdOfWix(SITE, { ...ON_WIX, ...unknown })).toBe(wixLinkId(SITE, reviewId));
  });

  it("is the review's own for a store review that stays alone", () => {
    expect(loneStoreLink(SITE, IN_STORE, 'AUTHOR_NO_EMAIL', null, NOW_MS)._id).toBe(storeLinkId(SITE, IN_STORE.id));
  });
});

describe('a new row', () => {
  it.each([
    ['a Wix review', wixBornLink(SITE, ON_WIX, NOW_MS)],
    ['a store review', storeBornLink(SITE, IN_STORE, PRODUCT, CONTACT, NOW_MS)],
  ])('of %s waits, agrees on nothing, has nothing begun and belongs to nobody', (_name, link) => {
    expect(link).toMatchObject({ instanceId: SITE, state: 'waiting', code: null, outcome: null, base: null, intent: null, gone: null, because: null, marks: 0, turn: 0, attempts: 0, leaseUntilMs: 0, dueAtMs: null, lastAtMs: NOW_MS });
  });

  it('of a Wix review holds what was seen there, and no revision: nothing was acted on yet', () => {
    expect(wixBornLink(SITE, ON_WIX, NOW_MS)).toMatchObject({
      birth: 'wix', wixReviewId: reviewId, wixProductId: PRODUCT, contactId: CONTACT, wixSeen: fingerprints(FIELDS), wixRevision: null, rating: 4,
      storeReviewId: null, storeProductId: null, storeSeen: null, lastEvent: 'Written on Wix',
    });
  });

  it('of a Wix review that nobody has read yet claims to have seen nothing', () => {
    expect(wixBornLink(SITE, { ...ON_WIX, review: null }, NOW_MS)).toMatchObject({ wixReviewId: reviewId, wixSeen: null, rating: null });
  });

  it('of a store review holds what was seen there and whose pair it is', () => {
    expect(storeBornLink(SITE, IN_STORE, PRODUCT, CONTACT, NOW_MS)).toMatchObject({
      birth: 'store', storeReviewId: 's1', storeProductId: 'sp1', storeSeen: fingerprints(IN_STORE.fields), rating: null,
      wixReviewId: null, wixProductId: PRODUCT, contactId: CONTACT, wixSeen: null, lastEvent: 'Written in the store',
    });
  });

  it('holds fingerprints, and no text, name or address', () => {
    const rows = [wixBornLink(SITE, ON_WIX, NOW_MS), storeBornLink(SITE, IN_STORE, PRODUCT, CONTACT, NOW_MS)];
    expect(JSON.stringify(rows)).not.toMatch(/Fits well|Dana/u);
  });
});

it.each([
  ['NOT_PUBLISHED', 'waiting'],
  ['PRODUCT_UNMATCHED', 'unmatched'],
  ['CONTACT_HAS_REVIEW', 'skipped'],
  ['AUTHOR_NO_EMAIL', 'skipped'],
] as const)('a store review that stays alone says why, where it stands and because of whom: %s', (code, state) => {
  const because = pairLinkId(SITE, PRODUCT, CONTACT);
  expect(loneStoreLink(SITE, IN_STORE, code, because, NOW_MS)).toMatchObject({ birth: 'store', state, code, because, storeReviewId: 's1', wixProductId: null, contactId: null, dueAtMs: null });
});

it('a row inserted by its settler is owned, and due again when the lease ends', () => {
  const link = wixBornLink(SITE, ON_WIX, NOW_MS);
  expect(leased(link, NOW_MS)).toEqual({ ...link, turn: 1, leaseUntilMs: NOW_MS + LEASE_MS, dueAtMs: NOW_MS + LEASE_MS });
});
