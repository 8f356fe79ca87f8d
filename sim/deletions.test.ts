import { expect, it } from 'vitest';
import { brandId, type ContactId, type Email, type StoreProductId, type WixProductId } from '../src/core/ids';
import type { ReviewFields } from '../src/core/review';
import { Deletions } from './deletions';
import { quietWorld } from './quiet-world.fixture';
import type { World } from './world/world';

const FIELDS: ReviewFields = { title: '', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: null };
const DATE = '2026-05-01T00:00:00Z';

function pairOf(origin: 'wix' | 'store'): { world: World; deletions: Deletions; deleteOnWix: () => void; trashInStore: (byApp: boolean) => void } {
  const world = quietWorld();
  const deletions = new Deletions(world);
  world.shops.onChange = (change) => deletions.watch(change);
  const email: Email | null = world.people[0]?.email ?? null;
  const wix = world.shops.createOnWix({ productId: brandId<WixProductId>('wp1'), contactId: brandId<ContactId>('k1'), fields: FIELDS, writtenAt: DATE, byApp: origin === 'store' });
  const store = world.shops.createInStore({ productId: brandId<StoreProductId>('sp1'), email, fields: FIELDS, writtenAt: DATE, byApp: origin === 'wix' });
  if (wix === null || store === null) throw new Error('Expected the review in both shops');
  return { world, deletions, deleteOnWix: () => world.shops.deleteOnWix(wix.id, true), trashInStore: (byApp) => void world.shops.changeInStore(store.id, { trashed: true }, byApp) };
}

it('finds fault with an original deleted on Wix while its copy stands', () => {
  const { deletions, deleteOnWix } = pairOf('wix');
  deleteOnWix();
  expect(deletions.unfounded).toEqual([expect.stringContaining('although its copy')]);
});

it('finds fault with an original put in the bin while its copy stands', () => {
  const { deletions, trashInStore } = pairOf('store');
  trashInStore(true);
  expect(deletions.unfounded).toHaveLength(1);
});

it('finds nothing wrong when the copy was deleted first', () => {
  const { deletions, deleteOnWix, trashInStore } = pairOf('wix');
  trashInStore(false);
  deleteOnWix();
  expect(deletions.unfounded).toEqual([]);
});

it('does not take an edit of what is in the bin already for a deletion', () => {
  const { deletions, trashInStore } = pairOf('store');
  trashInStore(false);
  trashInStore(true);
  expect(deletions.unfounded).toEqual([]);
});
