import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { toStoreReview } from '../../../sim/world/store';
import { INSTANCE } from '../../../sim/world/world';
import { brandId, type LinkId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import { drain } from './drain';
import { meetStoreReview } from './meet-store-review';
import { receiveFile } from './receive-file';

/** A copied review whose two pictures Wix was asked for, and none of them there yet. */
async function waiting(): Promise<TestSite> {
  const site = new TestSite();
  const review = site.writeInStore('Fits well');
  review.media = ['a', 'b'].map((name) => ({ kind: 'image', url: `https://shop.example/${name}.jpg` }));
  await site.run((session) => meetStoreReview(session, toStoreReview(review), null));
  site.passMs(1_000);
  await site.run(drain);
  site.passMs(1_000);
  site.calls.length = 0;
  return site;
}

const tell = (site: TestSite, linkId: LinkId = site.link()._id): Promise<void> => site.runEntrance((opener) => receiveFile({ instanceId: INSTANCE, linkId }, opener));
const shown = (site: TestSite): number => site.onWix().flatMap(({ media = [] }) => media).length;
const writes = (site: TestSite): readonly string[] => site.calls.filter((call) => call === 'wix.setMedia');

describe('the event of a file that is ready', () => {
  it('shows the pictures at once, long before the next poll', async () => {
    const site = await waiting();
    site.world.shops.files.finish();
    await tell(site);
    expect(shown(site)).toBe(2);
    expect(site.link()).toMatchObject({ state: 'in-step', code: null, dueAtMs: null });
  });

  it('that comes again, and again late, writes nothing more', async () => {
    const site = await waiting();
    site.world.shops.files.finish();
    await tell(site);
    await tell(site);
    site.passMs(3_600_000);
    await tell(site);
    expect(writes(site)).toHaveLength(1);
    expect(site.world.shops.files.asked).toHaveLength(2);
  });

  it('that overtakes the file leaves the review waiting, and the poll shows the pictures', async () => {
    const site = await waiting();
    await tell(site);
    expect(shown(site)).toBe(0);
    site.world.shops.files.finish();
    site.passMs(120_000);
    await site.run(drain);
    expect(shown(site)).toBe(2);
  });

  it('that is lost is made up for by the poll', async () => {
    const site = await waiting();
    site.world.shops.files.finish();
    site.passMs(120_000);
    await site.run(drain);
    expect([shown(site), writes(site).length]).toEqual([2, 1]);
  });

  it('of two files at the same moment writes once', async () => {
    const site = await waiting();
    site.world.shops.files.finish();
    const linkId = site.link()._id;
    await site.runTogether((opener) => receiveFile({ instanceId: INSTANCE, linkId }, opener), (opener) => receiveFile({ instanceId: INSTANCE, linkId }, opener));
    expect([shown(site), writes(site).length]).toEqual([2, 1]);
  });

  it('of a pair that nobody knows any more does nothing', async () => {
    const site = await waiting();
    await tell(site, brandId<LinkId>('b2'.repeat(20)));
    expect(site.calls.filter((call) => !call.startsWith('rows.get'))).toEqual([]);
  });

  it('on a site without a store does nothing, and other failures reach Wix', async () => {
    const site = await waiting();
    const linkId = site.link()._id;
    const failing = (code: 'NOT_CONNECTED' | 'UNEXPECTED') => receiveFile({ instanceId: INSTANCE, linkId }, { ...site.world.opener(), openSync: () => Promise.reject(new SyncError(code, {})) });
    await expect(failing('NOT_CONNECTED')).resolves.toBeUndefined();
    await expect(failing('UNEXPECTED')).rejects.toMatchObject({ code: 'UNEXPECTED' });
  });
});
