import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { claim } from './claim';
import { isNewCopy, madeCopy } from './made-copy';
import { meetDeletion } from './meet-deletion';
import { wixBornLink, storeBornLink } from './new-link';
import { settle } from './settle';
import type { Done } from './done';
import type { LinkRow } from './tables';

const unhappy = { rating: 1 } as const;

/** An unhappy review that is in one shop only, with its row, written since the shop was connected. */
function bornOn(side: 'wix' | 'store'): TestSite {
  const site = new TestSite();
  const words = { ...unhappy, writtenAt: new Date(site.nowMs).toISOString() };
  if (side === 'wix') {
    const event = site.event(site.writeOnWix('It broke', words));
    site.put('links', wixBornLink(event.instanceId, event, site.nowMs));
    return site;
  }
  const review = site.writeInStore('It broke', words);
  const [product] = site.world.products;
  const [person] = site.world.people;
  if (product?.wix == null || person?.contactId == null) throw new Error('Expected a matched product and a known person');
  site.put('links', storeBornLink(site.connection().instanceId, review, product.wix, person.contactId, site.nowMs));
  return site;
}

async function settleIt(site: TestSite, runAtMs?: number): Promise<LinkRow> {
  return site.run(async (session) => {
    const owned = await claim(session, site.link());
    return owned === null ? expect.fail('Expected to own the link') : settle({ ...session, ...(runAtMs === undefined ? {} : { runAtMs }) }, owned);
  });
}

const copies = [
  ['on Wix', 'store', 'created-on-wix', (site: TestSite) => ({ wixReviewId: site.onWix()[0]?.id })],
  ['in the store', 'wix', 'created-in-store', (site: TestSite) => ({ storeReviewId: site.inStore()[0]?.id, storeProductId: site.inStore()[0]?.productId })],
] as const;

describe.each(copies)('a copy made %s whose item of the inbox could not be written', (_, birth, outcome, ids) => {
  it.each(['before', 'throttled'] as const)('is on record by its id, as ours and of its run: the call failed (%s)', async (how) => {
    const site = bornOn(birth);
    site.fail({ call: 'rows.insert', how });
    const link = await settleIt(site, 77);
    expect(link).toMatchObject({ ...ids(site), outcome, runAtMs: 77, state: 'waiting', intent: { kind: 'create' } });
    expect(site.world.rows.all('attention')).toEqual([]);
  });

  it('is followed by its item with the next look, and nothing is made twice', async () => {
    const site = bornOn(birth);
    site.fail({ call: 'rows.insert', how: 'before' });
    await settleIt(site);
    const link = await settleIt(site);
    expect(link).toMatchObject({ ...ids(site), outcome, state: 'in-step', intent: null, attempts: 0 });
    expect([site.onWix().length, site.inStore().length]).toEqual([1, 1]);
    expect(site.world.rows.all('attention')).toMatchObject([{ state: 'open', rating: 1, crossings: 1 }]);
  });

  it('leaves a review that has its row as it was when nothing was made', async () => {
    const site = bornOn(birth);
    site.fail({ call: birth === 'wix' ? 'store.createReviews' : 'wix.createReviews', how: 'throttled' });
    const link = await settleIt(site);
    expect(link).toMatchObject({ outcome: null, runAtMs: null, state: 'waiting' });
    expect([link.wixReviewId, link.storeReviewId]).toEqual([site.onWix()[0]?.id ?? null, site.inStore()[0]?.id ?? null]);
  });
});

it('a copy on Wix that a person deletes before it is on record in full is deleted, not made again, even when nobody tells what it said', async () => {
  const site = bornOn('store');
  site.fail({ call: 'rows.insert', how: 'before' });
  await settleIt(site);
  const [copy] = site.onWix();
  if (copy === undefined) throw new Error('Expected the copy');
  site.world.shops.deleteOnWix(copy.id, false);
  await site.run((session) => meetDeletion(session, site.event(copy, { kind: 'deleted', productId: null, contactId: null, review: null })));
  expect(site.onWix()).toEqual([]);
  expect(site.inStore()).toEqual([]);
  expect(site.link().state).toBe('gone');
});

it('a copy in the store that is put in the bin before it is on record in full takes its original along', async () => {
  const site = bornOn('wix');
  site.fail({ call: 'rows.insert', how: 'before' });
  await settleIt(site);
  for (const { id } of site.inStore()) site.world.shops.changeInStore(id, { trashed: true }, false);
  await settleIt(site);
  expect([site.onWix().length, site.inStore().length]).toEqual([0, 0]);
  expect(site.link().state).toBe('gone');
});

describe('what a settle made', () => {
  const link = bornOn('wix').link();
  const done = (over: Partial<Done>): Done => ({ wix: null, store: null, base: null, code: null, outcome: null, event: null, tombstone: false, ...over });

  it('is nothing when it came to nothing, matched, or only edited a copy of before', () => {
    expect(madeCopy({}, link, null)).toEqual({});
    expect(madeCopy({}, link, done({ outcome: 'matched' }))).toEqual({});
    expect(madeCopy({ runAtMs: 5 }, { ...link, outcome: 'created-on-wix' }, done({ outcome: 'created-on-wix' }))).toEqual({});
  });

  it.each(['created-on-wix', 'created-in-store'] as const)('has no id where the answer held none: %s', (outcome) => {
    expect(madeCopy({}, link, done({ outcome }))).toEqual({});
  });

  it.each([['created-on-wix', true], ['created-in-store', true], ['matched', false], [null, false]] as const)('%s is a copy: %s', (outcome, expected) => {
    expect(isNewCopy(link, done({ outcome }))).toBe(expected);
    expect(isNewCopy({ outcome }, done({ outcome }))).toBe(false);
  });
});
