import { expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { BACKGROUND_CALLS } from '../../core/quota-share';
import { runRowId } from '../../core/link-id';
import { INSTANCE } from '../../../sim/world/world';
import { SYNC_ENGINE } from './sync-engine';
import { tickOnce } from './tick';

/** A run, or a preview of one, that has had its share of this minute. */
async function spentShop(): Promise<TestSite> {
  const site = new TestSite();
  site.writeOnWix('A review');
  await site.run(SYNC_ENGINE.startBackfill);
  for (const run of site.runs()) site.put('runs', { ...run, recentCalls: [{ atMs: site.nowMs, calls: BACKGROUND_CALLS }] });
  return site;
}

it('a walk of the built app keeps to its share of the quota, and every page is told how long to wait', async () => {
  const site = await spentShop();
  for (let page = 0; page < 2; page += 1) {
    const answer = await site.run((session) => tickOnce(SYNC_ENGINE, session));
    expect(answer.run).toMatchObject({ state: 'running', done: 0 });
    expect(answer.waitMs).toBeGreaterThan(55_000);
  }
  site.passMs(60_000);
  const { run, waitMs } = await site.run((session) => tickOnce(SYNC_ENGINE, session));
  expect([run?.done, waitMs]).toEqual([expect.any(Number), 0]);
  expect(run?.done).toBeGreaterThan(0);
});

it('what waits beside a walk that has had its share is worked through all the same', async () => {
  const site = await spentShop();
  await site.run(SYNC_ENGINE.drain);
  const { drained } = await site.run((session) => tickOnce({ ...SYNC_ENGINE, drain: async () => ({ links: 3, hints: 0, more: true }) }, session));
  expect(drained).toEqual({ links: 3, hints: 0, more: true });
});

it('so does a preview of it', async () => {
  const site = await spentShop();
  await site.run(SYNC_ENGINE.startPreview);
  const { preview, waitMs } = await site.run(SYNC_ENGINE.tickPreview);
  expect(preview).toMatchObject({ _id: runRowId(INSTANCE), stage: 'clearing' });
  expect(waitMs).toBeGreaterThan(55_000);
});
