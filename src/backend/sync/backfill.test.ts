import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { SyncError } from '../../core/sync-error';
import { tickBackfill } from './backfill';
import { drain } from './drain';
import { mixedSite } from '../../../test/support/mixed-site';
import { pauseRun, resumeRun, startBackfill } from './run';
import type { SyncSession } from './session';
import type { LinkRow, RunRow } from './tables';

function theRun(site: TestSite): RunRow {
  const [run] = site.runs();
  if (run === undefined) throw new Error('Expected a run');
  return run;
}

/** What an open dashboard does: ticks, and drains with what they leave, until the run is done. Returns each tick's calls. */
async function walk(site: TestSite, { most = 40, work = tickBackfill }: { most?: number; work?: (session: SyncSession) => Promise<unknown> } = {}): Promise<string[][]> {
  const ticks: string[][] = [];
  while (theRun(site).state !== 'done') {
    if (ticks.length === most) throw new Error(`Not done after ${most} ticks`);
    const from = site.calls.length;
    await site.run(async (session) => {
      await work(session);
      if (session.budget.has(2)) await drain(session);
    });
    ticks.push(site.calls.slice(from));
    site.passMs(1_000);
  }
  return ticks;
}

const bodyOf = (site: TestSite, { wixReviewId, storeReviewId }: LinkRow): string =>
  [...site.onWix(), ...site.inStore()].find(({ id }) => id === wixReviewId || id === storeReviewId)?.fields.body ?? '?';

describe('the first run of a mixed site', () => {
  it('accounts for every review, each with what became of it', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    await walk(site);
    const became = new Map(site.links().map((link) => [bodyOf(site, link), [link.state, link.code ?? link.outcome]]));
    expect(Object.fromEntries(became)).toEqual({
      'On both sides': ['in-step', 'matched'],
      'On Wix only': ['in-step', 'created-in-store'],
      'In the store only': ['in-step', 'created-on-wix'],
      'First of two': ['in-step', 'created-on-wix'],
      'Second of two': ['skipped', 'CONTACT_HAS_REVIEW'],
      'No address on Wix': ['skipped', 'AUTHOR_NO_EMAIL'],
      'No address in the store': ['skipped', 'AUTHOR_NO_EMAIL'],
      'One thing': ['skipped', 'CONTACT_HAS_REVIEW'],
      'Another thing': ['skipped', 'CONTACT_HAS_REVIEW'],
      'Sold on Wix only': ['unmatched', 'PRODUCT_UNMATCHED'],
      'Sold in the store only': ['unmatched', 'PRODUCT_UNMATCHED'],
    });
    expect(site.links().flatMap(({ wixReviewId }) => wixReviewId ?? []).sort()).toEqual(site.onWix().map(({ id }) => id).sort());
    expect(site.links().flatMap(({ storeReviewId }) => storeReviewId ?? []).sort()).toEqual(site.inStore().map(({ id }) => id).sort());
    expect([site.onWix().length, site.inStore().length]).toEqual([7, 8]);
  });

  it('writes to each shop once, and the second run writes nothing to any shop or row', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    await walk(site);
    expect([...site.writes()].sort()).toEqual(['store.createReviews', 'wix.createContact', 'wix.createReviews']);
    const links = site.links();
    site.calls.length = 0;
    await site.run(startBackfill);
    await walk(site);
    expect(site.writes()).toEqual([]);
    expect(site.calls.filter((call) => call.endsWith('Many') && !call.endsWith('getMany'))).toEqual(['rows.saveMany']);
    expect(site.links()).toEqual(links);
  });

  it('ends with nothing due, nothing leased, nothing begun, and the flag down', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    await walk(site);
    expect(site.links().filter(({ dueAtMs, leaseUntilMs, intent }) => dueAtMs !== null || leaseUntilMs !== 0 || intent !== null)).toEqual([]);
    expect(theRun(site)).toMatchObject({ state: 'done', phase: 'done', code: null, leaseUntilMs: 0 });
    expect(site.connection().walking).toBe(false);
  });

  it('tells how far it is: totals from the start, done as it goes, at the end what there was', async () => {
    const site = mixedSite();
    const { wixTotal, storeTotal } = await site.run(startBackfill);
    const seen: RunRow[] = [];
    await walk(site, { work: async (session) => seen.push((await tickBackfill(session)) ?? theRun(site)) });
    expect([wixTotal, storeTotal]).toEqual([5, 7]);
    // By the end Wix has two more and the store one: what the run made itself is not counted as met.
    expect(seen.at(-1)).toMatchObject({ wixDone: 5, storeDone: 7, pushTotal: 3, pushDone: 3 });
    for (const key of ['wixDone', 'storeDone', 'pushDone', 'workedMs'] as const) expect(seen.map((run) => run[key])).toEqual(seen.map((run) => run[key]).sort((a, b) => a - b));
  });
});

describe('a large site', () => {
  it('is walked in pages of 100, and no invocation makes more calls than it has', async () => {
    const site = new TestSite();
    for (let person = 2; person <= 340; person += 1) site.addPerson(person, { contact: person <= 230 });
    for (let person = 1; person <= 230; person += 1) site.writeOnWix(`Review ${person}`, { person });
    for (let person = 106; person <= 235; person += 1) site.writeInStore(`Review ${person}`, { person });
    await site.run(startBackfill);
    const ticks = await walk(site, { most: 60 });
    expect(Math.max(...ticks.map((calls) => calls.length))).toBeLessThanOrEqual(17);
    expect(theRun(site)).toMatchObject({ wixDone: 230, storeDone: 130, pushDone: 105, pushTotal: 105 });
    expect([site.onWix().length, site.inStore().length, site.links().length]).toEqual([235, 235, 235]);
    expect(site.links().filter(({ state }) => state !== 'in-step')).toEqual([]);
    expect(site.writes().filter((call) => call === 'store.createReviews')).toHaveLength(2);
  });

  it('is walked by the tighter dashboard call as well', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    for (let tick = 0; tick < 40 && theRun(site).state !== 'done'; tick += 1) {
      const from = site.calls.length;
      await site.run(tickBackfill, { calls: 15 });
      expect(site.calls.length - from).toBeLessThanOrEqual(15);
    }
    expect(theRun(site).state).toBe('done');
  });
});

describe('a tick', () => {
  it('on a site that is not walking costs no call', async () => {
    const site = new TestSite();
    expect(await site.run(tickBackfill)).toBeNull();
    expect(site.calls).toEqual(['rows.get']);
  });

  it('with too few calls for a page does not begin', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    site.calls.length = 0;
    expect(await site.run(tickBackfill, { calls: 8 })).toBeNull();
    expect(site.calls).toEqual(['rows.get']);
  });

  it.each([['there is no run', []], ['the run is done', ['done']], ['the run failed', ['failed']]] as const)('takes the flag down when %s', async (_, states) => {
    const site = new TestSite();
    await site.run(startBackfill);
    const run = theRun(site);
    site.world.rows.table('runs').clear();
    site.put('runs', ...states.map((state) => ({ ...run, state })));
    expect(await site.run(tickBackfill)).toBeNull();
    expect(site.connection().walking).toBe(false);
  });

  it('and the next take turns: what is due is not kept until the walk ends', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    const drained: boolean[] = [];
    for (let tick = 0; tick < 4 && theRun(site).state !== 'done'; tick += 1) {
      const from = site.calls.length;
      await site.run(tickBackfill);
      // Two finds in a row, hints and links: what draining begins with and nothing else does.
      drained.push(site.calls.slice(from + 3, from + 5).every((call) => call === 'rows.find'));
      site.passMs(1_000);
    }
    expect(drained.slice(0, 3)).toEqual([false, true, false]);
  });

  it('that the last reading of time finds hours later counts a minute of work', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    await site.run(tickBackfill);
    const { workedMs } = theRun(site);
    site.passMs(8 * 3_600_000);
    await site.run(tickBackfill);
    expect(theRun(site).workedMs - workedMs).toBe(60_000);
  });

  it('counts what is to be pushed once, as the phase begins', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    await walk(site);
    expect(site.calls.filter((call) => call === 'rows.count')).toHaveLength(1);
    // Those that turn out to be kept with a reason are counted as well.
    expect(theRun(site)).toMatchObject({ pushTotal: 3, pushDone: 3 });
  });
});

describe('pause', () => {
  it('stops ticks at no more than a look, and resume goes on where it was', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    await site.run(tickBackfill);
    await site.run(pauseRun);
    const before = theRun(site);
    site.calls.length = 0;
    for (let tick = 0; tick < 3; tick += 1) expect(await site.run(tickBackfill)).toBeNull();
    expect(theRun(site)).toEqual(before);
    expect(new Set(site.calls)).toEqual(new Set(['rows.get']));
    expect(site.connection().walking).toBe(true);
    await site.run(resumeRun);
    await walk(site);
    expect(theRun(site)).toMatchObject({ wixDone: 5, storeDone: 7 });
  });

  it('pressed while a tick is at it is kept, and so is what the tick did', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    const run = await site.run((session) => tickBackfill({ ...session, wix: { ...session.wix, listReviews: async (cursor) => (await pauseRun(session), session.wix.listReviews(cursor)) } }), { calls: 12 });
    expect(run).toMatchObject({ state: 'paused', wixDone: 5 });
    expect(theRun(site).leaseUntilMs).toBe(0);
  });

  it('is not time worked', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    await site.run(tickBackfill);
    await site.run(pauseRun);
    site.passMs(50_000);
    await site.run(resumeRun);
    const { workedMs } = theRun(site);
    await site.run(tickBackfill);
    expect(theRun(site).workedMs - workedMs).toBeLessThan(2_000);
  });
});

describe('a shop that does not answer', () => {
  it.each([['wix.listReviews', 'before', 'WIX_SERVER_ERROR'], ['wix.listReviews', 'throttled', 'WIX_RATE_LIMITED'], ['store.listReviews', 'before', 'STORE_SERVER_ERROR'], ['store.listReviews', 'throttled', 'STORE_RATE_LIMITED']] as const)('(%s, %s) is told with %s; the run stays, free, and the next tick goes on', async (call, how, code) => {
    const site = mixedSite();
    await site.run(startBackfill);
    site.fail({ call, how });
    await expect(site.run(tickBackfill)).rejects.toMatchObject({ code });
    expect(theRun(site)).toMatchObject({ state: 'running', code, leaseUntilMs: 0, wixDone: call === 'store.listReviews' ? 5 : 0 });
    await site.run(tickBackfill);
    expect(theRun(site).code).toBeNull();
    await walk(site);
    expect(site.links()).toHaveLength(11);
  });

  it('in the wrong way is not taken for an outage: the error comes out and the lease ends by itself', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    const broken = site.run((session) => tickBackfill({ ...session, wix: { ...session.wix, listReviews: () => Promise.reject(new TypeError('Not a function')) } }));
    await expect(broken).rejects.toThrow('Not a function');
    expect(theRun(site).code).toBeNull();
    expect(theRun(site).leaseUntilMs).toBeGreaterThan(site.nowMs);
  });

  it('with calls run out on a page is no error: what was done is on record', async () => {
    const site = mixedSite();
    await site.run(startBackfill);
    const spent = () => Promise.reject(new SyncError('BUDGET_SPENT'));
    const run = await site.run((session) => tickBackfill({ ...session, store: { ...session.store, listReviews: spent } }));
    expect(run).toMatchObject({ state: 'running', phase: 'store', wixDone: 5, storeDone: 0, code: null, leaseUntilMs: 0 });
  });
});
