import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { BACKGROUND_CALLS, untilFits } from '../../core/quota-share';
import { SyncError } from '../../core/sync-error';
import { tickBackfill } from './backfill';
import { pacePreview } from './pace-preview';
import { startPreview } from './preview';
import { receiveWixEvent } from './receive-wix-event';
import { startBackfill, startSweep } from './run';
import type { SyncSession } from './session';
import type { RunRow } from './tables';
import { callsAfter, paidAhead, settledCalls, shareBeside, untilTickMs, WALK_SHARE } from './walk-share';

const MINUTE_MS = 60_000;
const PLATFORM_CALLS = 5;
const DASHBOARD = { calls: 15 };
const PEOPLE = 400;

/** A shop whose walk takes more than a minute's share. */
function largeShop(): TestSite {
  const site = new TestSite();
  for (let person = 1; person <= PEOPLE; person += 1) {
    if (person > 1) site.addPerson(person);
    site.writeInStore(`Body ${person}`, { person });
  }
  return site;
}

interface Made {
  readonly atMs: number;
  readonly calls: number;
}

/** One tick of whichever page, as the built app makes it, and what it cost with what the platform adds. */
function tick(site: TestSite, made: Made[]): Promise<RunRow | null> {
  return site.run(async (session) => {
    const atMs = session.clock.nowMs();
    const run = await tickBackfill(session, { share: WALK_SHARE });
    if (session.budget.spent > 2) made.push({ atMs, calls: session.budget.spent + PLATFORM_CALLS });
    return run;
  }, DASHBOARD);
}

function mostInAMinute(made: readonly Made[]): number {
  return Math.max(...made.map(({ atMs }) => made.filter((one) => one.atMs > atMs - MINUTE_MS && one.atMs <= atMs).reduce((sum, { calls }) => sum + calls, 0)));
}

const theRun = (site: TestSite): RunRow => {
  const [run] = site.runs();
  if (run === undefined) throw new Error('Expected a run');
  return run;
};

describe('a walk that many pages carry on', () => {
  it('takes no more of any minute than its share, however often they ask, and comes to its end', async () => {
    const site = largeShop();
    await site.run(startSweep);
    const made: Made[] = [];
    for (let asked = 0; asked < 3000 && theRun(site).state === 'running'; asked += 1) {
      await tick(site, made);
      site.passMs(300);
    }
    expect(theRun(site).state).toBe('done');
    expect(site.onWix()).toHaveLength(PEOPLE);
    expect(made.reduce((sum, { calls }) => sum + calls, 0)).toBeGreaterThan(BACKGROUND_CALLS + 20);
    expect(mostInAMinute(made)).toBeGreaterThan(BACKGROUND_CALLS - 20);
    expect(mostInAMinute(made)).toBeLessThanOrEqual(BACKGROUND_CALLS);
  });

  it('tells each of them the same wait, for two calls, and goes on right after it', async () => {
    const site = largeShop();
    await site.run(startBackfill);
    while (untilTickMs(theRun(site), site.nowMs) === 0) await tick(site, []);
    const [before, calls] = [theRun(site), site.calls.length];
    expect(await tick(site, [])).toEqual(before);
    expect(site.calls.slice(calls)).toEqual(['rows.get', 'rows.get']);
    site.passMs(untilTickMs(before, site.nowMs));
    await tick(site, []);
    expect(theRun(site).turn).toBe(before.turn + 1);
  });

  it('does not make a new review wait, however much of the minute it has had', async () => {
    const site = largeShop();
    await site.run(startBackfill);
    while (untilTickMs(theRun(site), site.nowMs) === 0) await tick(site, []);
    site.addPerson(PEOPLE + 1);
    const record = site.writeOnWix('Just written', { person: PEOPLE + 1, product: 1 });
    await site.runEntrance((opener) => receiveWixEvent(site.event(record), opener));
    expect(site.inStore().map(({ fields }) => fields.body)).toContain('Just written');
  });

  it('has the share of the run before it still to its debit when it is begun anew', async () => {
    const site = largeShop();
    await site.run(startBackfill);
    while (untilTickMs(theRun(site), site.nowMs) === 0) await tick(site, []);
    site.put('runs', { ...theRun(site), state: 'cancelled' });
    await site.run(startSweep);
    expect(untilTickMs(theRun(site), site.nowMs)).toBeGreaterThan(0);
  });

  it('that was a sweep when somebody asks for a backfill stays the sweep, which does all that a backfill does', async () => {
    const site = largeShop();
    await site.run(startSweep);
    expect((await site.run(startBackfill)).kind).toBe('sweep');
  });
});

describe('a tick that was told to slow down', () => {
  it.each([['wix.listReviews', 'WIX_RATE_LIMITED'], ['store.listReviews', 'STORE_RATE_LIMITED']] as const)('(%s) yields for a minute, in which new reviews still cross', async (call, code) => {
    const site = largeShop();
    await site.run(startBackfill);
    site.fail({ call, how: 'throttled' });
    await expect((async () => { for (;;) await tick(site, []); })()).rejects.toMatchObject({ code });
    expect(untilTickMs(theRun(site), site.nowMs)).toBeGreaterThan(MINUTE_MS - 1_000);
    const told = theRun(site);
    expect(await tick(site, [])).toEqual(told);
    expect(theRun(site)).toEqual(told);
    site.addPerson(PEOPLE + 1);
    const record = site.writeOnWix('Meanwhile', { person: PEOPLE + 1 });
    await site.runEntrance((opener) => receiveWixEvent(site.event(record), opener));
    expect(site.inStore().map(({ fields }) => fields.body)).toContain('Meanwhile');
    site.passMs(MINUTE_MS);
    await tick(site, []);
    expect(theRun(site)).toMatchObject({ turn: told.turn + 1, code: null });
  });

  it('waits as long as it was asked to', async () => {
    await new TestSite().run(async (session) => {
      const nowMs = session.clock.nowMs();
      const after = callsAfter(new SyncError('STORE_RATE_LIMITED', { retryAfterMs: 3 * MINUTE_MS }), {} as RunRow, session);
      expect(untilTickMs(after, nowMs)).toBe(3 * MINUTE_MS);
    });
  });

  it('is told from one that failed otherwise, which costs what it took', async () => {
    await new TestSite().run(async (session) => {
      const run = { recentCalls: [{ atMs: session.clock.nowMs(), calls: 20 }] } as unknown as RunRow;
      expect(callsAfter(new SyncError('STORE_TIMEOUT'), run, session)).toEqual(settledCalls(run, session));
    });
  });
});

describe('what a tick has taken', () => {
  const at = (session: SyncSession, ...calls: readonly number[]): Pick<RunRow, 'recentCalls'> => ({ recentCalls: calls.map((one) => ({ atMs: session.clock.nowMs(), calls: one })) });

  it('is put down before it begins, so that one that is killed has paid, and corrected when it ends', async () => {
    await new TestSite().run(async (session) => {
      const before = at(session, 30) as RunRow;
      const paid = paidAhead(before, session);
      expect(paid).toEqual(at(session, 30, 20));
      expect(settledCalls(paid as RunRow, session)).toEqual(at(session, 30, session.budget.spent + 1 + PLATFORM_CALLS));
    });
  });

  it('is nothing in a row of before', async () => {
    await new TestSite().run(async (session) => {
      expect(untilTickMs({}, session.clock.nowMs())).toBe(0);
      expect(paidAhead({} as RunRow, session)).toEqual(at(session, 20));
    });
  });
});

describe('a preview beside a walk', () => {
  it('has what the walk leaves', async () => {
    const site = largeShop();
    await site.run(startBackfill);
    expect(shareBeside(theRun(site), site.nowMs)).toEqual(WALK_SHARE);
    expect(shareBeside(null, site.nowMs)).toEqual(WALK_SHARE);
    const recentCalls = [{ atMs: site.nowMs, calls: 100 }];
    expect(shareBeside({ ...theRun(site), recentCalls }, site.nowMs)).toEqual({ calls: BACKGROUND_CALLS - 100 });
    expect(shareBeside({ ...theRun(site), recentCalls: [{ atMs: site.nowMs, calls: 200 }] }, site.nowMs)).toEqual({ calls: 0 });
  });

  it('waits for a walk that has had its share, and goes on when that is over', async () => {
    const site = largeShop();
    await site.run(startPreview);
    await site.run(startBackfill);
    while (untilTickMs(theRun(site), site.nowMs) === 0) await tick(site, []);
    const waiting = await site.run(pacePreview, DASHBOARD);
    expect(waiting.waitMs).toBeGreaterThan(0);
    expect(waiting.preview?.stage).toBe('clearing');
    site.passMs(MINUTE_MS);
    expect((await site.run(pacePreview, DASHBOARD)).preview?.stage).toBe('walking');
  });

  it('has all of the share while there is none, and no more', async () => {
    const site = largeShop();
    await site.run(startPreview);
    let waits = 0;
    for (let ticks = 0; ticks < 12; ticks += 1) {
      const { preview, waitMs } = await site.run(pacePreview, DASHBOARD);
      expect(untilFits(preview?.recentCalls ?? [], 0, BACKGROUND_CALLS, site.nowMs)).toBe(0);
      waits += waitMs > 0 ? 1 : 0;
    }
    expect(waits).toBeGreaterThan(0);
  });
});
