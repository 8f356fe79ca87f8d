import { describe, expect, it } from 'vitest';
import { fingerprints, type Base, type Prints } from '../../core/fingerprint';
import { brandId, type LinkId, type WixProductId, type WixReviewId } from '../../core/ids';
import type { ReviewFields } from '../../core/review';
import { TestSite, type Written } from '../../../test/support/test-site';
import { wixBornLink } from './new-link';
import { findUnlinkedCopy, observe } from './observe';
import type { Pair } from './pair';
import type { Intent, LinkRow } from './tables';

const FIELDS: ReviewFields = { title: '', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: null };
const prints = (): Prints => fingerprints(FIELDS);
const BASE: Base = { wix: prints(), store: prints() };
const LATER: Written = { writtenAt: '2026-05-09T00:00:00Z' };

const COPYING = { kind: 'create', on: 'store', sent: prints() } as const;
const COPYING_TO_WIX = { kind: 'create', on: 'wix', sent: prints() } as const;

/** A Wix review, and its row: in agreement with the store when it has a copy there. */
function site({ copy = true } = {}): { site: TestSite; link: LinkRow } {
  const here = new TestSite();
  const event = here.event(here.writeOnWix('Fits well'));
  const store = copy ? here.writeInStore('Fits well') : null;
  const agreed = { storeReviewId: store?.id ?? null, storeProductId: store?.productId ?? null, base: copy ? BASE : null };
  const link = { ...wixBornLink(event.instanceId, event, here.nowMs), ...agreed };
  here.put('links', link);
  return { site: here, link };
}

async function look(here: TestSite, link: LinkRow, fresh = false): Promise<Pair> {
  return here.run(async (session) => {
    here.calls.length = 0;
    return observe(session, link, fresh);
  });
}

function editInStore(here: TestSite, change: Partial<ReviewFields>): void {
  for (const { id, fields } of here.inStore()) here.world.shops.changeInStore(id, { fields: { ...fields, ...change } }, false);
}

describe('looking at a link', () => {
  it('reads both sides by their ids, in 2 calls, and keeps the row and the base', async () => {
    const { site: here, link } = site();
    editInStore(here, { rating: 1 });
    const pair = await look(here, link);
    expect(here.calls).toEqual(['store.getReview', 'wix.getReview']);
    expect(pair).toMatchObject({ link, base: BASE, wix: { id: link.wixReviewId }, store: { id: link.storeReviewId }, wixSeen: { kind: 'present', fields: FIELDS }, storeSeen: { kind: 'present', fields: { ...FIELDS, rating: 1 } } });
  });

  it("finds the contact's review on Wix when its id is not known: it may have been written there", async () => {
    const { site: here, link } = site();
    const pair = await look(here, { ...link, wixReviewId: null });
    expect(here.calls).toEqual(['store.getReview', 'wix.findReviews']);
    expect(pair.wix?.id).toBe(link.wixReviewId);
  });

  it.each([{ contactId: null }, { wixProductId: null }])('costs 1 call when nobody knows whose Wix review to look for: %o', async (unknown) => {
    const { site: here, link } = site();
    const pair = await look(here, { ...link, ...unknown, wixReviewId: null, base: null });
    expect(here.calls).toEqual(['store.getReview']);
    expect(pair.wixSeen).toEqual({ kind: 'never' });
  });

  it.each<[string, Intent | null, boolean]>([
    ['nothing was begun', null, false],
    ['the copy was begun in this very invocation', COPYING, true],
    ['a copy was begun the other way', COPYING_TO_WIX, false],
  ])('looks for no copy in the store when %s', async (_name, intent, fresh) => {
    const { site: here, link } = site({ copy: false });
    here.writeInStore('Fits well');
    const pair = await look(here, { ...link, intent }, fresh);
    expect(here.calls).toEqual(['wix.getReview']);
    expect(pair).toMatchObject({ store: null, storeSeen: { kind: 'never' } });
  });

  it.each(['store.getReview', 'wix.getReview'])('decides nothing when a side does not answer: %s', async (call) => {
    const { site: here, link } = site();
    here.fail({ call, how: 'before' });
    await expect(look(here, link)).rejects.toMatchObject({ code: call.startsWith('wix') ? 'WIX_SERVER_ERROR' : 'STORE_SERVER_ERROR' });
  });
});

describe('a side that shows nothing', () => {
  it.each([
    ['is unproven by itself', null, 'none', 'none'],
    ['is proven by its event on Wix', 'wix', 'event', 'none'],
    ['is proven by its event in the store', 'store', 'none', 'event'],
  ] as const)('%s', async (_name, gone, onWix, inStore) => {
    const { site: here, link } = site();
    here.world.shops.wix.clear();
    here.world.shops.store.clear();
    const pair = await look(here, { ...link, gone });
    expect([pair.wixSeen, pair.storeSeen]).toEqual([{ kind: 'gone', proof: onWix }, { kind: 'gone', proof: inStore }]);
  });

  it('because the review is in the bin is proven, and the review can still be read', async () => {
    const { site: here, link } = site();
    for (const { id } of here.inStore()) here.world.shops.changeInStore(id, { trashed: true }, false);
    expect(await look(here, link)).toMatchObject({ storeSeen: { kind: 'gone', proof: 'trash' }, store: { trashed: true }, base: BASE });
  });
});

describe('two reviews that stood in each other’s way', () => {
  const strangers = (link: LinkRow): LinkRow => ({ ...link, base: null, state: 'skipped', code: 'DIFFERENT_REVIEWS', outcome: 'matched', wixRevision: '1', wixSeen: prints(), storeSeen: prints() });

  it.each(['gone', 'in the bin'])('make room on Wix’s side when the one in the store is %s', async (how) => {
    const { site: here, link } = site();
    if (how === 'gone') here.world.shops.store.clear();
    else for (const { id } of here.inStore()) here.world.shops.changeInStore(id, { trashed: true }, false);
    const pair = await look(here, { ...strangers(link), birth: 'store', gone: 'store' });
    expect(pair.link).toMatchObject({ birth: 'wix', wixReviewId: link.wixReviewId, storeReviewId: null, storeProductId: null, storeSeen: null, outcome: null, gone: null, intent: null });
    expect(pair).toMatchObject({ store: null, storeSeen: { kind: 'never' }, wixSeen: { kind: 'present' } });
  });

  it('make room on the store’s side when the one on Wix is gone', async () => {
    const { site: here, link } = site();
    here.world.shops.wix.clear();
    const pair = await look(here, { ...strangers(link), gone: 'wix' });
    expect(pair.link).toMatchObject({ birth: 'store', storeReviewId: link.storeReviewId, wixReviewId: null, wixRevision: null, wixSeen: null, outcome: null, gone: null, intent: null });
    expect(pair).toMatchObject({ wixSeen: { kind: 'never' }, storeSeen: { kind: 'present' } });
  });

  it.each<[string, (here: TestSite) => void, Partial<LinkRow>]>([
    ['while both are there', () => undefined, {}],
    ['when both are gone', (here) => { here.world.shops.wix.clear(); here.world.shops.store.clear(); }, {}],
    ['on a tombstone, whose review was deleted on purpose', (here) => { here.world.shops.wix.clear(); }, { state: 'gone' }],
  ])('keep the row as it is %s', async (_name, change, over) => {
    const { site: here, link } = site();
    change(here);
    const row = { ...strangers(link), ...over };
    expect((await look(here, row)).link).toEqual(row);
  });

  it('are no such two once they agreed: a deletion there is one to carry across', async () => {
    const { site: here, link } = site();
    here.world.shops.wix.clear();
    expect((await look(here, { ...link, gone: 'wix' })).link).toEqual({ ...link, gone: 'wix' });
  });
});

describe('a copy among reviews of the store', () => {
  const wixReview = { id: brandId<WixReviewId>('w1'), productId: brandId<WixProductId>('wp1'), contactId: null, fields: FIELDS, revision: '1', writtenAt: '2026-05-01T00:00:00Z' };

  it.each<[string, (here: TestSite, link: LinkRow) => void, number | null, number]>([
    ['is the oldest that says the same', () => undefined, 1, 1],
    ['is not one that another pair has', (here, link) => { here.put('links', { ...link, _id: brandId<LinkId>('another'), storeReviewId: here.inStore()[1]?.id ?? null }); }, 2, 1],
    ['is one in the bin only when no other is left', (here) => { for (const { id } of here.inStore().slice(1, 2)) here.world.shops.changeInStore(id, { trashed: true }, false); }, 2, 1],
    ['is none, without a call, when none says the same', (here) => { here.world.shops.store.clear(); }, null, 0],
  ])('%s', async (_name, change, expected, calls) => {
    const { site: here, link } = site({ copy: false });
    const all = [here.writeInStore('Something else', LATER), here.writeInStore('Fits well', LATER), here.writeInStore('Fits well', { ...LATER, author: 'Robin' })];
    change(here, link);
    const newestFirst = [...here.world.shops.store.values()].reverse();
    const found = await here.run((session) => {
      here.calls.length = 0;
      return findUnlinkedCopy(session, link, wixReview, newestFirst);
    });
    expect(found?.id).toBe(expected === null ? undefined : all[expected]?.id);
    expect(here.calls).toHaveLength(calls);
  });
});
