import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { receiveHint } from '../sync/receive-hint';
import { startBackfill } from '../sync/run';
import type { SyncSession } from '../sync/session';
import { DASHBOARD_CALLS } from './call-limits';
import { SYNC_ENGINE } from './sync-engine';
import { tickOnce } from './tick';

/** `lot`: what the dice of each tick show, in turn. */
async function ticks(site: TestSite, lots: readonly number[]): Promise<void> {
  for (const lot of lots) {
    site.passMs(60_000);
    await site.run((session: SyncSession) => tickOnce(SYNC_ENGINE, { ...session, random: () => lot }), { calls: DASHBOARD_CALLS });
  }
}

/** A walk over more reviews than a tick gets through, and somebody new to Wix who has just written in the store, of which a message is left over. */
async function busySite(): Promise<TestSite> {
  const site = new TestSite();
  for (let person = 2; person < 60; person += 1) {
    site.addPerson(person);
    site.writeOnWix(`Of person ${String(person)}`, { person });
  }
  await site.run(startBackfill);
  site.addPerson(60, { contact: false });
  site.writeInStore('It broke', { person: 60, rating: 1 });
  const [product] = site.world.products;
  await site.run(async (session) => {
    if (product?.store != null) await receiveHint(session, product.store);
  });
  return site;
}

describe('a tick while a walk goes on', () => {
  it('may be for what people wait for alone: a new review by somebody new crosses long before the walk is over', async () => {
    const site = await busySite();
    await ticks(site, [0]);
    expect(site.onWix().map(({ fields }) => fields.body)).toContain('It broke');
    expect(site.runs()).toMatchObject([{ state: 'running', phase: 'wix', wixDone: 0 }]);
  });

  it('is for the walk otherwise, and when nothing waits', async () => {
    const site = await busySite();
    await ticks(site, [0.9]);
    expect(site.runs()[0]?.wixDone).toBeGreaterThan(0);
    const idle = new TestSite();
    idle.writeOnWix('Fits');
    await idle.run(startBackfill);
    await ticks(idle, [0]);
    expect(idle.runs()[0]?.wixDone).toBe(1);
  });

  it('tells how the run stands even when it left it alone', async () => {
    const site = await busySite();
    site.passMs(60_000);
    const answer = await site.run((session: SyncSession) => tickOnce(SYNC_ENGINE, { ...session, random: () => 0 }), { calls: DASHBOARD_CALLS });
    expect(answer).toMatchObject({ run: { state: 'running' }, drained: { hints: 1 }, waitMs: 0 });
  });
});

describe('a tick that looked at the newest reviews', () => {
  const tick = (site: TestSite) => site.run((session: SyncSession) => tickOnce(SYNC_ENGINE, session), { calls: DASHBOARD_CALLS });

  /** A pair that was changed in both shops during a pause: marked, and of no backlog that anybody wrote down. */
  async function afterAPause(): Promise<TestSite> {
    const site = new TestSite();
    const review = site.writeOnWix('As it was');
    await site.run(startBackfill);
    await ticks(site, [0.9, 0.9, 0.9, 0.9, 0.9, 0.9]);
    expect(site.runs()[0]?.state).toBe('done');
    site.world.shops.changeOnWix(review.id, { body: 'Said on Wix' }, false);
    for (const { id, fields } of site.inStore()) site.world.shops.changeInStore(id, { fields: { ...fields, body: 'Said in the store' } }, false);
    for (const link of site.links()) site.put('links', { ...link, dueAtMs: site.nowMs });
    site.put('connections', { ...site.connection(), backlogDueAtMs: null, newestSeenAtMs: null, sweptAtMs: site.nowMs - 11 * 60_000 });
    return site;
  }

  it('says that there may be more, so that what it had no calls left for is looked at by the next one', async () => {
    const site = await afterAPause();
    expect((await tick(site)).drained.more).toBe(true);
    site.passMs(1_000);
    await tick(site);
    expect(site.conflicts()).toHaveLength(1);
  });

  it('says so once: when nothing is due the page rests', async () => {
    const site = await afterAPause();
    for (let turn = 0; turn < 3; turn += 1) await tick(site);
    site.passMs(1_000);
    expect((await tick(site)).drained).toEqual({ links: 0, hints: 0, more: false });
  });
});
