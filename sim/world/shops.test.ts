import { expect, it } from 'vitest';
import { brandId, type ContactId, type StoreProductId, type WixProductId } from '../../src/core/ids';
import type { WixDraft } from '../../src/backend/sync/wix-port';
import type { StoreDraft } from '../../src/backend/stores/store';
import type { SyncSession } from '../../src/backend/sync/session';
import { parseEmail } from '../../src/core/email';
import type { Faults } from '../faults';
import { quietWorld } from '../quiet-world.fixture';

const FIELDS = { title: 'T', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: null } as const;
const WIX: WixDraft = { productId: brandId<WixProductId>('wp1'), contactId: brandId<ContactId>('k1'), fields: FIELDS, writtenAt: '2026-05-01T00:00:00Z' };

function storeDraft(): StoreDraft {
  const email = parseEmail('p1@example.com');
  if (email === null) throw new Error('Expected an address');
  return { productId: brandId<StoreProductId>('sp1'), email, fields: FIELDS, writtenAt: '2026-05-01T00:00:00Z' };
}

async function withShops<T>(use: (session: SyncSession) => Promise<T>, faults: Partial<Faults> = {}): Promise<T> {
  const world = quietWorld(faults);
  const results: T[] = [];
  world.scheduler.start(async () => void results.push(await use(await world.openSync())));
  await world.scheduler.untilIdle();
  const [result] = results;
  if (result === undefined) throw new Error('Expected a result');
  return result;
}

it('Wix takes one review per contact and product', async () => {
  const results = await withShops(({ wix }) => wix.createReviews([WIX, { ...WIX, fields: { ...FIELDS, body: 'Other' } }]));
  expect(results.map(({ kind }) => kind)).toEqual(['created', 'duplicate']);
});

it('Wix refuses an edit on top of an older revision, and counts every change', async () => {
  const said = withShops(async ({ wix }) => {
    const [made] = await wix.createReviews([WIX]);
    if (made?.kind !== 'created') throw new Error('Expected a review');
    const edited = await wix.updateReview(made.review.id, made.review.revision, { body: 'New' });
    expect([made.review.revision, edited.revision]).toEqual(['1', '2']);
    return wix.updateReview(made.review.id, made.review.revision, { body: 'Newer' });
  });
  await expect(said).rejects.toThrow('WIX_REVISION_STALE');
});

it('the store refuses the same words by the same person, holds no title, and lists neither what is hidden nor what is in the bin', async () => {
  const lists = await withShops(async ({ store }) => {
    const results = await store.createReviews([storeDraft(), storeDraft(), { ...storeDraft(), fields: { ...FIELDS, body: 'Other' } }]);
    expect(results.map(({ kind }) => kind)).toEqual(['created', 'duplicate', 'created']);
    const [first, , third] = results;
    if (first?.kind !== 'created' || third?.kind !== 'created') throw new Error('Expected two reviews');
    expect(first.review.fields.title).toBe('');
    await store.setStatus(first.review.id, 'hidden');
    await store.trashReview(third.review.id);
    const found = await store.findReviews(storeDraft().productId, storeDraft().email);
    return { listed: (await store.listReviews(null)).total, found: found.map(({ trashed }) => trashed) };
  });
  expect(lists).toEqual({ listed: 0, found: [true, false] });
});

it('partial: items of a bulk write are refused one by one', async () => {
  const kinds = await withShops(async ({ wix, store }) => [...(await wix.createReviews([WIX])), ...(await store.createReviews([storeDraft()]))].map(({ kind }) => kind), { partial: 1 });
  expect(kinds).toEqual(['refused', 'refused']);
});
