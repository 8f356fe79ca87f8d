import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type InstanceId, type StoreProductId, type WixReviewId } from '../../core/ids';
import { wixBornLink } from './new-link';
import type { LinkRow } from './tables';
import { toSuccessor } from './to-successor';

const NOW_MS = 1_000;
const [OLD, NEW] = [brandId<StoreProductId>('old'), brandId<StoreProductId>('new')];
const prints = fingerprints({ title: '', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: null });
const IDENTITY = { reviewId: brandId<WixReviewId>('w'), productId: null, contactId: null, review: null };
const LEFT: LinkRow = { ...wixBornLink(brandId<InstanceId>('site'), IDENTITY, 0), state: 'skipped', code: 'PRODUCT_GONE', storeProductId: OLD, base: { wix: prints, store: prints }, pictures: 'print', attempts: 3 };

describe('a Wix review whose product went in the store', () => {
  it('is due for the product in its place, with nothing agreed on and its pictures left alone', () => {
    expect(toSuccessor(LEFT, NEW, NOW_MS)).toEqual({ base: null, pictures: null, dueAtMs: NOW_MS, attempts: 0 });
  });

  it.each([
    ['there is no product in its place', LEFT, undefined],
    ['that product is the one that went', LEFT, OLD],
    ['it is kept for another reason', { ...LEFT, code: 'ROLLED_BACK' as const }, NEW],
    ['it is in step', { ...LEFT, state: 'in-step' as const, code: null }, NEW],
    ['Wix has no review of it', { ...LEFT, wixReviewId: null }, NEW],
    ['somebody is at it', { ...LEFT, leaseUntilMs: NOW_MS + 1 }, NEW],
  ])('is left alone where %s', (_what, link, successor) => {
    expect(toSuccessor(link, successor, NOW_MS)).toBeNull();
  });

  it('is taken up once whoever was at it has had their time', () => {
    expect(toSuccessor({ ...LEFT, leaseUntilMs: NOW_MS }, NEW, NOW_MS)).not.toBeNull();
  });
});
