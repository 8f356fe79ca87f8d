import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import type { Rating } from '../../core/review';
import type { AttentionRow } from './attention-row';
import { tickBackfill } from './backfill';
import { drain } from './drain';
import { NEWS_MS } from './misfit';
import { receiveWixEvent } from './receive-wix-event';
import { startSweep } from './run';

const items = (site: TestSite): readonly AttentionRow[] => site.world.rows.all('attention');
const theItem = (site: TestSite): AttentionRow => items(site)[0] ?? expect.fail('Expected an item');

/** A pair in step, with the item its stars make. */
async function pair(rating: Rating): Promise<TestSite> {
  const site = new TestSite();
  const record = site.writeOnWix('It broke', { rating, writtenAt: '2026-05-31T00:00:00Z' });
  await site.runEntrance((opener) => receiveWixEvent(site.event(record), opener));
  return site;
}

async function sweep(site: TestSite): Promise<void> {
  site.passMs(60_000);
  await site.run(startSweep);
  for (let tick = 0; tick < 10; tick += 1) {
    await site.run((session) => tickBackfill(session));
    site.passMs(40_000);
    await site.run((session) => drain(session));
  }
}

describe('an item that a crash or a crossing edit left behind', () => {
  it('open over a review that has enough stars, is closed by the next sweep', async () => {
    const site = await pair(1);
    const item = theItem(site);
    const [wix, store] = [site.onWix()[0] ?? expect.fail('on Wix'), site.inStore()[0] ?? expect.fail('in the store')];
    site.world.shops.changeOnWix(wix.id, { rating: 5 }, false);
    site.world.shops.changeInStore(store.id, { fields: { ...store.fields, rating: 5 } }, false);
    await sweep(site);
    // As if the item had not been written: the pair knows of the edit, the item does not.
    site.put('attention', item);
    await sweep(site);
    expect(theItem(site)).toMatchObject({ state: 'improved', openRank: null, crossings: 1 });
    expect(site.link().rating).toBe(5);
  });

  it('open, and remembered with the stars of a later look, is closed as well', async () => {
    const site = await pair(5);
    const unhappy = theItem(await pair(1));
    site.put('attention', { ...unhappy, rating: 5, linkId: site.link()._id });
    await sweep(site);
    expect(theItem(site).state).toBe('improved');
  });

  it.each(['improved', 'gone'] as const)('closed as %s over a review that has few stars, is raised again, and once', async (state) => {
    const site = await pair(1);
    site.put('attention', { ...theItem(site), state, openRank: null });
    await sweep(site);
    await sweep(site);
    expect(theItem(site)).toMatchObject({ state: 'open', reason: 'edited', rating: 1, crossings: 2 });
  });

  it('missing for a review that was written while we watched, is raised, and once', async () => {
    const site = await pair(2);
    site.world.rows.table('attention').clear();
    await sweep(site);
    await sweep(site);
    expect(items(site)).toMatchObject([{ state: 'open', reason: 'new', rating: 2, crossings: 1 }]);
  });
});

describe('a sweep', () => {
  it.each(['answered', 'resolved', 'dismissed', 'snoozed'] as const)('leaves what its owner decided: %s', async (state) => {
    const site = await pair(1);
    const decided = { ...theItem(site), state };
    site.put('attention', decided);
    await sweep(site);
    expect(theItem(site)).toMatchObject({ state, crossings: 1 });
  });

  it.each(['improved', null] as const)('raises no review that was answered: %s', async (state) => {
    const site = await pair(1);
    const item = theItem(site);
    site.world.rows.table('attention').clear();
    const [wix] = site.onWix();
    if (wix !== undefined) wix.fields = { ...wix.fields, reply: 'Sorry' };
    if (state !== null) site.put('attention', { ...item, state, openRank: null });
    await sweep(site);
    expect(items(site).map((one) => one.state)).toEqual(state === null ? [] : [state]);
  });

  it('raises no old review for want of an item: another threshold would raise a year of them at once', async () => {
    const site = await pair(1);
    site.world.rows.table('attention').clear();
    site.passMs(NEWS_MS);
    await sweep(site);
    expect(items(site)).toEqual([]);
  });

  it('touches nothing where items fit: no write, and no settle', async () => {
    const site = await pair(1);
    await sweep(site);
    const before = [theItem(site), site.link()];
    site.calls.length = 0;
    await sweep(site);
    expect([theItem(site), site.link()]).toEqual(before);
    expect(site.calls).not.toContain('wix.getReview');
  });
});
