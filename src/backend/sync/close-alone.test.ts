import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type StoreReviewId, type WixReviewId } from '../../core/ids';
import type { AttentionRow } from './attention-row';
import { closeAlone } from './close-alone';
import { followHint } from './follow-hint';
import { receiveHint } from './receive-hint';
import { receiveWixEvent } from './receive-wix-event';

const theItem = (site: TestSite): AttentionRow => site.world.rows.all('attention')[0] ?? expect.fail('Expected an item');

/** Both sides, page by page; how many pages that were. */
async function closeAll(site: TestSite): Promise<number> {
  site.calls.length = 0;
  for (let [pages, cursor] = [1, null as string | null]; ; pages += 1) {
    const step = await site.run((session) => closeAlone(session, cursor));
    if (step.kind !== 'next') return pages;
    ({ cursor } = step);
  }
}

/** A store review by somebody without an e-mail, which stays alone, and its item. */
async function aloneInStore(): Promise<TestSite> {
  const site = new TestSite();
  site.addPerson(2, { contact: false, email: false });
  site.writeInStore('It broke', { rating: 1, person: 2 });
  await site.run(async (session) => {
    const [product] = site.world.products;
    if (product?.store != null) await followHint(session, await receiveHint(session, product.store));
  });
  return site;
}

/** A Wix review that waits for approval, and its item. */
async function aloneOnWix(): Promise<TestSite> {
  const site = new TestSite();
  const record = site.writeOnWix('It broke', { rating: 1, status: 'pending', writtenAt: new Date(site.nowMs).toISOString() });
  await site.runEntrance((opener) => receiveWixEvent(site.event(record), opener));
  return site;
}

function editInStore(site: TestSite, rating: 1 | 5, trashed = false): void {
  const [review] = site.inStore();
  if (review !== undefined) site.world.shops.changeInStore(review.id, { fields: { ...review.fields, rating }, trashed }, false);
}

const alone = [
  ['in the store', aloneInStore, (site: TestSite) => { editInStore(site, 5); }, (site: TestSite) => { site.world.shops.store.clear(); }],
  ['on Wix', aloneOnWix, (site: TestSite) => { for (const { id } of site.onWix()) site.world.shops.changeOnWix(id, { rating: 5 }, false); }, (site: TestSite) => { site.world.shops.wix.clear(); }],
] as const;

describe.each(alone)('an item over a review alone %s whose row nobody got to write', (_, furnish, better, remove) => {
  it('is closed by a sweep once the review has enough stars', async () => {
    const site = await furnish();
    expect(theItem(site).state).toBe('open');
    site.world.rows.table('links').clear();
    better(site);
    expect(await closeAll(site)).toBe(2);
    expect(theItem(site)).toMatchObject({ state: 'improved', rating: 5, openRank: null, untold: {}, dueAtMs: null });
  });

  it('stays while the review has few stars, or cannot be read', async () => {
    const site = await furnish();
    const before = theItem(site);
    await closeAll(site);
    remove(site);
    await closeAll(site);
    expect(theItem(site)).toEqual(before);
  });

  it('is found behind a hundred others that are open with good reason', async () => {
    const site = await furnish();
    better(site);
    const item = theItem(site);
    const renamed = (at: number): Partial<AttentionRow> => (item.wixReviewId === null ? { storeReviewId: brandId<StoreReviewId>(`gone ${String(at)}`) } : { wixReviewId: brandId<WixReviewId>(`gone ${String(at)}`) });
    const others = Array.from({ length: 100 }, (_, at): AttentionRow => ({ ...item, _id: `older ${String(at)}`, changedAtMs: item.changedAtMs - 1, ...renamed(at) }));
    site.put('attention', ...others);
    expect(await closeAll(site)).toBe(3);
    expect(site.world.rows.all('attention').filter(({ state }) => state === 'improved')).toMatchObject([{ _id: item._id }]);
  });
});

it('an item over a review in the store\'s bin is closed as gone, with the stars it had', async () => {
  const site = await aloneInStore();
  editInStore(site, 1, true);
  await closeAll(site);
  expect(theItem(site)).toMatchObject({ state: 'gone', rating: 1 });
});

it('an item over a pair is left to the pair', async () => {
  const site = await aloneOnWix();
  const item: AttentionRow = { ...theItem(site), storeReviewId: brandId<StoreReviewId>('s1') };
  site.put('attention', item);
  alone[1][2](site);
  await closeAll(site);
  expect(theItem(site)).toEqual(item);
});

it('costs one call on each side where nothing lies open', async () => {
  const site = new TestSite();
  await closeAll(site);
  expect(site.calls.filter((call) => call !== 'rows.get')).toEqual(['rows.find', 'rows.find']);
});
