import { beforeEach, expect, it, describe } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { FAILURES_UNTIL_SHUT } from '../../core/store-probe';
import { tickBackfill } from './backfill';
import { drain, type DrainReport } from './drain';
import { lookAtNewestWhenDue } from './look-at-newest';
import { probeWhenDue } from './probe-store';
import { receiveWixEvent } from './receive-wix-event';
import { startBackfill } from './run';
import { sweepWhenDue } from './sweep-when-due';
import type { ConnectionRow, RunRow } from './tables';

const DAY_MS = 86_400_000;

let site: TestSite;

beforeEach(() => {
  site = new TestSite();
});

/** Left alone for another minute, or due to be asked. */
function down(over: Partial<ConnectionRow> = {}): void {
  site.world.shops.storeIsDown = true;
  site.put('connections', { ...site.connection(), storeFailures: FAILURES_UNTIL_SHUT, storeProbeAtMs: site.nowMs + 60_000, storeProbes: 0, storeDownSinceMs: site.nowMs, storeDownCode: 'STORE_UNREACHABLE', ...over });
  site.calls.length = 0;
}

const probe = (calls?: number): Promise<boolean> => site.run(probeWhenDue, calls === undefined ? {} : { calls });
const made = (): readonly string[] => site.calls.slice(1);

describe('asking a store whether it is back', () => {
  it('costs nothing while all is well', async () => {
    expect([await probe(), made()]).toEqual([true, []]);
  });

  it('costs nothing before the time has come', async () => {
    down();
    expect([await probe(), made()]).toEqual([false, []]);
  });

  it('is one harmless read when it has, and the store stays shut while there is no answer', async () => {
    down({ storeProbeAtMs: 0 });
    expect([await probe(), made()]).toEqual([false, ['rows.patch', 'store.check', 'rows.patch']]);
    expect(site.connection().storeFailures).toBe(FAILURES_UNTIL_SHUT + 1);
  });

  it('opens it at the first answer', async () => {
    down({ storeProbeAtMs: 0 });
    site.world.shops.storeIsDown = false;
    expect(await probe()).toBe(true);
    expect(site.connection().storeFailures).toBe(0);
  });

  it('is left to somebody with more calls', async () => {
    down({ storeProbeAtMs: 0 });
    expect([await probe(4), made()]).toEqual([false, []]);
  });
});

describe('while a store is down', () => {
  const NOTHING: DrainReport = { links: 0, hints: 0, more: false };

  async function waiting(): Promise<void> {
    site.put('connections', { ...site.connection(), storeFailures: FAILURES_UNTIL_SHUT, storeProbeAtMs: site.nowMs + 60_000, storeProbes: 0 });
    const record = site.writeOnWix('Fits well');
    await site.runEntrance((opener) => receiveWixEvent(site.event(record), opener));
  }

  it('a review written on Wix is on record, and waits until the store is asked again', async () => {
    await waiting();
    expect(site.link()).toMatchObject({ state: 'waiting', code: 'STORE_DOWN', attempts: 0 });
    expect(site.connection().backlogDueAtMs).toBe(site.link().dueAtMs);
  });

  it('and crosses once it answers, as if nothing had been', async () => {
    await waiting();
    site.passMs(60_000);
    expect(await site.run(drain)).toEqual({ links: 1, hints: 0, more: false });
    expect(site.link()).toMatchObject({ state: 'in-step', code: null });
    expect(site.inStore()).toHaveLength(1);
  });

  it('and at once where somebody found it back before that time', async () => {
    await waiting();
    // As "Try now" does.
    site.put('connections', { ...site.connection(), storeProbeAtMs: site.nowMs });
    expect(await site.run(drain)).toEqual({ links: 1, hints: 0, more: false });
    expect(site.inStore()).toHaveLength(1);
  });

  it('a review that lost the race for the probe crosses with the next entrance after the winner’s answer, not with the next probe', async () => {
    down({ storeProbeAtMs: 0, storeProbes: 0 });
    const event = site.event(site.writeOnWix('Fits well'));
    await site.runEntrance((opener) => receiveWixEvent(event, {
      ...opener,
      openSync: async (...which) => {
        const session = await opener.openSync(...which);
        site.put('connections', { ...site.connection(), storeProbes: 1 });
        return session;
      },
    }));
    expect(site.link()).toMatchObject({ state: 'waiting', code: 'STORE_DOWN' });
    site.world.shops.storeIsDown = false;
    site.put('connections', { ...site.connection(), storeFailures: 0, storeProbeAtMs: null });
    await site.run(drain);
    expect(site.inStore()).toHaveLength(1);
  });

  it('what is due is not touched, however much it is', async () => {
    await waiting();
    const link = { ...site.link(), dueAtMs: 0 };
    site.put('links', link);
    down();
    expect([await site.run(drain), made(), site.link()]).toEqual([NOTHING, [], link]);
  });

  it('a drain ends with the failure that shuts it', async () => {
    const links = [1, 2, 3, 4].map((person) => {
      if (person > 1) site.addPerson(person);
      return site.event(site.writeOnWix(`Text ${String(person)}`, { person }));
    });
    site.world.shops.storeIsDown = true;
    for (const event of links) await site.runEntrance((opener) => receiveWixEvent(event, opener));
    expect(site.links().map(({ code }) => code)).toEqual(['STORE_UNREACHABLE', 'STORE_UNREACHABLE', 'STORE_DOWN', 'STORE_DOWN']);
    expect(site.world.shops.calledInVain).toBe(FAILURES_UNTIL_SHUT);
  });

  it('no sweep and no look at the newest begins, and both begin when it is back', async () => {
    down({ sweptAtMs: 0, newestSeenAtMs: 0 });
    const begins = (): Promise<boolean> => site.run(async (session) => {
      await lookAtNewestWhenDue(session);
      return sweepWhenDue(session);
    });
    expect([await begins(), made()]).toEqual([false, []]);
    site.world.shops.storeIsDown = false;
    site.passMs(DAY_MS);
    expect(await begins()).toBe(true);
  });
});

describe('a run whose store goes down', () => {
  const tick = (): Promise<RunRow | null> => site.run((session) => tickBackfill(session));

  async function walking(): Promise<void> {
    site.writeOnWix('Only on Wix');
    await site.run(startBackfill);
  }

  it('goes on over Wix, then waits where it is, without a call more than it takes to see that', async () => {
    await walking();
    down();
    expect(await tick()).toMatchObject({ state: 'running', phase: 'store', wixDone: 1, code: 'STORE_DOWN' });
    site.calls.length = 0;
    expect(await tick()).toBeNull();
    expect(site.calls).toEqual(['rows.get', 'rows.get']);
  });

  it('goes on by itself when the store is back', async () => {
    await walking();
    down();
    await tick();
    site.world.shops.storeIsDown = false;
    site.passMs(60_000);
    for (let ticks = 0; ticks < 4; ticks += 1) await tick();
    expect(site.runs()[0]).toMatchObject({ state: 'done', code: null });
    expect(site.inStore()).toHaveLength(1);
  });
});
