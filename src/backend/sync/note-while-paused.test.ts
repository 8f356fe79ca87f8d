import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import type { WixRecord } from '../../../sim/world/shop';
import { drain } from './drain';
import { receiveWixEvent } from './receive-wix-event';
import type { WixReviewEvent } from './wix-review-event';

const tell = (site: TestSite, event: WixReviewEvent): Promise<void> => site.runEntrance((opener) => receiveWixEvent(event, opener));

function setPaused(site: TestSite, paused: boolean): void {
  site.put('connections', { ...site.connection(), paused });
  site.calls.length = 0;
}

/** A review that is in both shops, whose owner has paused syncing since. */
async function paused(): Promise<{ readonly site: TestSite; readonly review: WixRecord }> {
  const site = new TestSite();
  const review = site.writeOnWix('Fits well');
  await tell(site, site.event(review));
  expect(site.link().state).toBe('in-step');
  site.passMs(60_000);
  setPaused(site, true);
  return { site, review };
}

async function resume(site: TestSite): Promise<void> {
  setPaused(site, false);
  await site.runFromDashboard(drain);
}

describe('what Wix tells of during a pause', () => {
  it('a deletion touches neither shop, and is carried when the pause is over', async () => {
    const { site, review } = await paused();
    site.world.shops.deleteOnWix(review.id, false);
    await tell(site, site.event(review, { kind: 'deleted', review: null }));
    expect(site.calls.some((call) => call.startsWith('store.'))).toBe(false);
    expect(site.inStore()).toHaveLength(1);
    expect(site.link()).toMatchObject({ gone: 'wix', dueAtMs: expect.any(Number) as number });
    expect(site.connection().backlogDueAtMs).toBeLessThanOrEqual(site.nowMs);
    await resume(site);
    expect(site.inStore()).toEqual([]);
    expect(site.link().state).toBe('gone');
  });

  it('a deletion that names nothing but the review is found by it', async () => {
    const { site, review } = await paused();
    site.world.shops.deleteOnWix(review.id, false);
    await tell(site, site.event(review, { kind: 'deleted', review: null, productId: null, contactId: null }));
    await resume(site);
    expect(site.inStore()).toEqual([]);
  });

  it('an edit waits, however often it is told, and crosses once', async () => {
    const { site, review } = await paused();
    const edited = site.world.shops.changeOnWix(review.id, { body: 'Runs small' }, false) ?? review;
    for (let time = 0; time < 3; time += 1) await tell(site, site.event(edited));
    expect(site.writes()).toEqual([]);
    await resume(site);
    expect(site.writes()).toEqual(['store.updateReview']);
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Runs small' } }]);
  });

  it('a new review waits, and is copied once', async () => {
    const site = new TestSite();
    setPaused(site, true);
    const review = site.writeOnWix('Fits well');
    for (let time = 0; time < 2; time += 1) await tell(site, site.event(review));
    expect(site.inStore()).toEqual([]);
    await resume(site);
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Fits well' } }]);
    expect(site.link()).toMatchObject({ state: 'in-step', outcome: 'created-in-store' });
  });

  it('is not written down when it is known already, nor when nobody knew the review', async () => {
    const { site, review } = await paused();
    const before = site.link();
    await tell(site, site.event(review));
    expect(site.link()).toEqual(before);
    site.addPerson(2);
    const other = site.writeOnWix('Too wide', { person: 2 });
    site.world.shops.deleteOnWix(other.id, false);
    await tell(site, site.event(other, { kind: 'deleted', review: null }));
    expect(site.links()).toEqual([before]);
  });

  it('leaves a tombstone as it is', async () => {
    const { site, review } = await paused();
    site.put('links', { ...site.link(), state: 'gone' });
    const before = site.link();
    await tell(site, site.event(review, { kind: 'deleted', review: null }));
    expect(site.link()).toEqual(before);
  });

  it('does not take a link from whoever is still at it', async () => {
    const { site, review } = await paused();
    const leaseUntilMs = site.nowMs + 20_000;
    site.put('links', { ...site.link(), leaseUntilMs });
    await tell(site, site.event(review, { kind: 'deleted', review: null }));
    expect(site.link().leaseUntilMs).toBe(leaseUntilMs);
    expect(site.link().dueAtMs).toBe(leaseUntilMs);
  });
});
