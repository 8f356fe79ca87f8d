import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import type { StoreMedia } from '../../core/picture-list';
import type { StoreRecord } from '../../../sim/world/shop';
import { Crash } from '../../../sim/io';
import { claim } from './claim';
import { drain } from './drain';
import { forgetPerson } from './forget-person';
import { meetStoreReview } from './meet-store-review';
import { PENDING } from './pictures-differ';
import { settle } from './settle';
import { toStoreReview } from '../../../sim/world/store';

const [A, B] = ['https://shop.example/a.jpg', 'https://shop.example/b.png'];
const images = (...urls: readonly string[]): StoreMedia[] => urls.map((url) => ({ kind: 'image', url }));

/** A store review that was copied to Wix a moment ago. */
async function copied(...urls: readonly string[]): Promise<{ readonly site: TestSite; readonly review: StoreRecord }> {
  const site = new TestSite();
  const review = site.writeInStore('Fits well');
  review.media = images(...urls);
  await site.run((session) => meetStoreReview(session, toStoreReview(review), null));
  return { site, review };
}

/** What an open dashboard does once the time has come. */
async function next(site: TestSite, ms = 60_000): Promise<string[]> {
  site.passMs(ms);
  site.calls.length = 0;
  await site.runFromDashboard(drain);
  return [...site.calls];
}

async function again(site: TestSite): Promise<string[]> {
  await site.run(async (session) => {
    const owned = await claim(session, site.link());
    if (owned === null) throw new Error('Expected the link to be free');
    site.calls.length = 0;
    await settle(session, owned);
  });
  return [...site.calls];
}

async function carried(...urls: readonly string[]): Promise<{ readonly site: TestSite; readonly review: StoreRecord }> {
  const here = await copied(...urls);
  await next(here.site);
  here.site.world.shops.files.finish();
  await next(here.site);
  return here;
}

const shown = (site: TestSite): readonly string[] => site.onWix().flatMap(({ media = [] }) => media.map(({ link }) => link.split('/')[3] ?? ''));

describe('the pictures of a store review', () => {
  it('do not hold up the review, which is on Wix at once without them', async () => {
    const { site } = await copied(A);
    expect(site.onWix()).toHaveLength(1);
    expect(shown(site)).toEqual([]);
    expect(site.link()).toMatchObject({ state: 'in-step', pictures: PENDING, dueAtMs: expect.any(Number) as number });
    expect(site.world.shops.files.asked).toEqual([]);
  });

  it('are fetched by Wix, and shown when they are there', async () => {
    const { site } = await copied(A, B);
    await next(site);
    expect(site.world.shops.files.asked).toEqual([A, B]);
    await next(site);
    expect(shown(site)).toEqual([]);
    site.world.shops.files.finish();
    await next(site);
    expect(shown(site)).toEqual(['file1', 'file2']);
    expect(site.link()).toMatchObject({ state: 'in-step', code: null, dueAtMs: null, lastEvent: 'Pictures carried across, on Wix' });
  });

  it('once there, cost nothing more and are written no second time', async () => {
    const { site } = await carried(A);
    const [before] = site.onWix();
    expect(await again(site)).toEqual(['store.getReview', 'wix.getReview', 'rows.patch']);
    expect(site.onWix()).toEqual([before]);
    expect(site.world.shops.files.asked).toEqual([A]);
  });

  it('make no call for a review without any', async () => {
    const { site } = await copied();
    expect(site.calls.filter((call) => /File|Media|find/u.test(call) && call.startsWith('wix.') && call !== 'wix.findReviews')).toEqual([]);
    expect(site.link()).toMatchObject({ dueAtMs: null });
    expect(site.link()).not.toHaveProperty('pictures');
  });

  it('are followed when the store shows others: the new ones are fetched, the old ones deleted', async () => {
    const { site, review } = await carried(A);
    site.world.shops.changeInStore(review.id, { media: images(B) }, false);
    await again(site);
    site.world.shops.files.finish();
    await next(site);
    expect(shown(site)).toEqual(['file2']);
    expect([...site.world.shops.files.all.keys()]).toEqual(['file2']);
    site.world.shops.changeInStore(review.id, { media: [] }, false);
    await again(site);
    expect(shown(site)).toEqual([]);
    expect(site.world.shops.files.all.size).toBe(0);
    expect(site.world.rows.all('pictures')).toEqual([]);
    expect(site.link()).toMatchObject({ pictures: null });
  });

  it('leave what a person put on Wix, and do not come back when a person takes them away there', async () => {
    const { site, review } = await carried(A);
    const [{ id } = { id: null }] = site.onWix();
    if (id === null) throw new Error('Expected a review on Wix');
    site.world.shops.setMediaOnWix(id, [{ kind: 'image', link: 'wix:image://v1/theirs/x.jpg#originWidth=1&originHeight=1' }]);
    await again(site);
    expect(shown(site)).toEqual(['theirs']);
    site.world.shops.changeInStore(review.id, { media: images(A, B) }, false);
    await again(site);
    site.world.shops.files.finish();
    await next(site);
    expect(shown(site)[0]).toBe('theirs');
  });

  it('that Wix cannot fetch are shown as such, and one retry asks for those alone', async () => {
    const { site } = await copied(A, B);
    site.world.shops.files.refuses = '.png';
    await next(site);
    site.world.shops.files.finish();
    await next(site);
    expect(shown(site)).toEqual(['file1']);
    expect(site.link()).toMatchObject({ state: 'blocked', code: 'PICTURE_FAILED', dueAtMs: null });
    site.world.shops.files.refuses = 'never';
    await again(site);
    expect(site.world.shops.files.asked).toEqual([A, B, B]);
    site.world.shops.files.finish();
    await next(site);
    expect(shown(site)).toEqual(['file1', 'file3']);
    expect(site.link()).toMatchObject({ state: 'in-step', code: null });
  });

  it.each(Array.from({ length: 14 }, (_, index) => index + 4))('that a person wants tried again are asked for, even if the first look after that had only %i calls', async (calls) => {
    const { site } = await copied(A, B);
    site.world.shops.files.refuses = '.png';
    await next(site);
    site.world.shops.files.finish();
    await next(site);
    site.world.shops.files.refuses = 'never';
    site.put('links', { ...site.link(), dueAtMs: site.nowMs });
    await site.run(drain, { calls });
    await next(site);
    await next(site);
    expect(site.world.shops.files.asked).toEqual([A, B, B]);
    site.world.shops.files.finish();
    await next(site, 600_000);
    expect(shown(site)).toEqual(['file1', 'file3']);
    expect(site.link()).toMatchObject({ state: 'in-step', code: null, dueAtMs: null });
  });

  it('that are more than Wix holds are carried up to ten, and the list says of how many', async () => {
    const { site } = await carried(...Array.from({ length: 13 }, (_, index) => `https://shop.example/${String(index)}.jpg`));
    expect(site.world.shops.files.asked).toHaveLength(10);
    expect(shown(site)).toHaveLength(10);
    expect(site.link()).toMatchObject({ state: 'in-step', lastEvent: '10 of 13 pictures carried across: Wix takes 10' });
  });

  it('that find no room beside what people put on Wix are said to be so many fewer', async () => {
    const { site, review } = await carried(A);
    const [{ id } = { id: null }] = site.onWix();
    if (id === null) throw new Error('Expected a review on Wix');
    site.world.shops.setMediaOnWix(id, Array.from({ length: 9 }, (_, index) => ({ kind: 'image', link: `wix:image://v1/theirs${String(index)}/x.jpg#originWidth=1&originHeight=1` })));
    site.world.shops.changeInStore(review.id, { media: images(A, B) }, false);
    await again(site);
    site.world.shops.files.finish();
    await next(site);
    expect(shown(site)).toHaveLength(10);
    expect(site.link()).toMatchObject({ lastEvent: '1 of 2 pictures carried across: Wix takes 10' });
  });

  it.each([['fail at Wix', 'failed'], ['never come', null]] as const)('that %s end with a reason', async (_, end) => {
    const { site } = await copied(A);
    await next(site);
    if (end !== null) site.world.shops.files.finish(end);
    await next(site, 25 * 3_600_000);
    expect(site.link()).toMatchObject({ state: 'blocked', code: 'PICTURE_FAILED' });
  });

  it('at no public address over https are left where they are', async () => {
    const { site } = await copied('http://shop.example/a.jpg', 'https://10.0.0.1/a.jpg', 'https://shop.example/a.svg');
    expect(site.link()).toMatchObject({ state: 'in-step', dueAtMs: null });
    expect(site.world.rows.all('pictures')).toEqual([]);
  });

  it('go with the review: its files and rows are deleted when it is', async () => {
    const { site, review } = await carried(A);
    site.world.shops.changeInStore(review.id, { trashed: true }, false);
    await again(site);
    expect(site.link()).toMatchObject({ state: 'gone', pictures: null });
    expect(site.world.shops.files.all.size).toBe(0);
    expect(site.world.rows.all('pictures')).toEqual([]);
  });

  it('go with a person who asked to be forgotten', async () => {
    const { site } = await carried(A);
    await site.run((session) => forgetPerson(session, site.link(), null));
    expect(site.world.shops.files.all.size).toBe(0);
    expect(site.world.rows.all('pictures')).toEqual([]);
  });

  it.each([['asks for them', 0], ['attaches them', 1]] as const)('are fetched once and shown once, wherever an invocation dies that %s', async (_, unlucky) => {
    for (let step = 2; step <= 26; step += 1) {
      const { site } = await copied(A, B);
      for (const turn of [0, 1, 2, 3]) {
        site.passMs(20 * 60_000);
        if (turn === unlucky) await dieAt(site, step);
        else await site.run(drain);
        site.world.shops.files.finish();
      }
      expect(site.world.shops.files.asked, `step ${String(step)}`).toEqual([A, B]);
      expect(shown(site), `step ${String(step)}`).toEqual(['file1', 'file2']);
      expect(site.link(), `step ${String(step)}`).toMatchObject({ state: 'in-step', dueAtMs: null });
    }
  });
});

/** One invocation that does not outlive that step, if it comes so far. */
async function dieAt(site: TestSite, step: number): Promise<void> {
  await site.runEntrance(async () => {
    try {
      await drain(await site.world.openSync(step));
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  });
}
