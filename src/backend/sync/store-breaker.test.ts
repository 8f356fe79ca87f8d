import { beforeEach, describe, expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type StoreReviewId } from '../../core/ids';
import { FAILURES_UNTIL_SHUT, probeDelayMs } from '../../core/store-probe';
import type { SyncCode } from '../../core/sync-code';
import { isSyncError, SyncError } from '../../core/sync-error';
import { CallBudget } from './call-budget';
import type { SessionOpener, SyncSession } from './session';
import { StoreBreaker } from './store-breaker';
import type { ConnectionRow } from './tables';

const ID = brandId<StoreReviewId>('any');
const HOUR_MS = 3_600_000;

let site: TestSite;

beforeEach(() => {
  site = new TestSite();
});

const isDown = (down: boolean): void => void (site.world.shops.storeIsDown = down);
const look = (session: SyncSession): Promise<unknown> => session.store.getReview(ID);

/** What a call came to: its code, or that the store answered. */
async function outcome(work: () => Promise<unknown>): Promise<SyncCode | 'answered'> {
  try {
    await work();
    return 'answered';
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return error.code;
  }
}

/** One invocation that calls the store once. */
const ask = (calls?: number): Promise<SyncCode | 'answered'> => site.run((session) => outcome(() => look(session)), calls === undefined ? {} : { calls });

async function shut(): Promise<void> {
  isDown(true);
  for (let failure = 0; failure < FAILURES_UNTIL_SHUT; failure += 1) await ask();
}

/** A store that answers with an error of its own. */
const refusing = (session: SyncSession, code: SyncCode): Promise<unknown> =>
  new StoreBreaker(session, session.connection).call(() => Promise.reject(new SyncError(code)));

const inVain = (): number => site.world.shops.calledInVain;
const probeInMs = (): number => (site.connection().storeProbeAtMs ?? 0) - site.nowMs;

describe('a store that answers', () => {
  it('costs no call more than without a breaker', async () => {
    expect(await ask()).toBe('answered');
    expect(site.calls).toEqual(['rows.get', 'store.getReview']);
  });

  it('is one whose connection was made before there was a breaker', async () => {
    expect(site.connection()).not.toHaveProperty('storeFailures');
    expect(await ask()).toBe('answered');
  });

  it('after fewer failures than make it down is counted from nought again', async () => {
    isDown(true);
    expect([await ask(), await ask()]).toEqual(['STORE_UNREACHABLE', 'STORE_UNREACHABLE']);
    isDown(false);
    await ask();
    expect(site.connection()).toMatchObject({ storeFailures: 0, storeProbeAtMs: null, storeDownSinceMs: null, storeDownCode: null });
    isDown(true);
    expect(await ask()).toBe('STORE_UNREACHABLE');
    expect(site.connection().storeFailures).toBe(1);
  });
});

describe('calls that fail together', () => {
  const together = (many: number): Promise<unknown> => site.runTogether(...Array.from({ length: many }, () => async (opener: SessionOpener) => {
    const session = await opener.openSync(opener.openSite(INSTANCE, new CallBudget(17)));
    return outcome(() => look(session));
  }));

  it('count one by one, so that enough of them shut the door', async () => {
    site.put('connections', { ...site.connection(), storeFailures: 0, storeProbes: 0 });
    isDown(true);
    await together(FAILURES_UNTIL_SHUT);
    expect(site.connection()).toMatchObject({ storeFailures: FAILURES_UNTIL_SHUT, storeDownCode: 'STORE_UNREACHABLE' });
    expect(await ask()).toBe('STORE_DOWN');
    expect(inVain()).toBe(FAILURES_UNTIL_SHUT);
  });

  it('count at least once on a connection of before, and one by one from then on', async () => {
    isDown(true);
    await together(2);
    const first = site.connection().storeFailures ?? 0;
    expect(first).toBeGreaterThan(0);
    site.put('connections', { ...site.connection(), storeFailures: 0 });
    await together(2);
    expect(site.connection().storeFailures).toBe(2);
  });
});

describe('a store that is down', () => {
  it('is called no more after some failures in a row, until the time of the probe', async () => {
    await shut();
    expect(inVain()).toBe(FAILURES_UNTIL_SHUT);
    expect([await ask(), await ask(), await ask()]).toEqual(['STORE_DOWN', 'STORE_DOWN', 'STORE_DOWN']);
    expect(inVain()).toBe(FAILURES_UNTIL_SHUT);
  });

  it('says to whoever asks when it is worth asking again, and what its trouble is', async () => {
    await shut();
    const error = await site.run(async (session) => look(session).then(() => null, (thrown: unknown) => thrown));
    expect(error).toMatchObject({ code: 'STORE_DOWN', details: { got: 'STORE_UNREACHABLE', retryAfterMs: probeInMs() } });
    expect(probeInMs()).toBeGreaterThan(20_000);
  });

  it('is remembered as down since its first failure, with its last code', async () => {
    isDown(true);
    const sinceMs = site.nowMs;
    await shut();
    const { storeDownSinceMs, storeDownCode } = site.connection();
    expect([(storeDownSinceMs ?? 0) - sinceMs < 1_000, storeDownCode]).toEqual([true, 'STORE_UNREACHABLE']);
  });

  it('within one invocation too is left alone from the failure on that is one too many', async () => {
    isDown(true);
    const codes = await site.run(async (session) => [await outcome(() => look(session)), await outcome(() => look(session)), await outcome(() => look(session)), await outcome(() => look(session))]);
    expect(codes).toEqual(['STORE_UNREACHABLE', 'STORE_UNREACHABLE', 'STORE_DOWN', 'STORE_DOWN']);
    expect(inVain()).toBe(3);
  });

  it('is asked less and less often, and a day of asking every second comes to at most a call in ten minutes', async () => {
    await shut();
    let probes = 0;
    for (const endMs = site.nowMs + 24 * HOUR_MS; site.nowMs < endMs; ) {
      site.passMs(Math.max(1_000, probeInMs()));
      await ask();
      probes += 1;
    }
    expect(inVain()).toBe(FAILURES_UNTIL_SHUT + probes);
    expect(inVain()).toBeLessThan(24 * 6 + 10);
  });

  it('is back with the first probe that it answers', async () => {
    await shut();
    isDown(false);
    expect(await ask()).toBe('STORE_DOWN');
    site.passMs(probeInMs());
    expect([await ask(), await ask()]).toEqual(['answered', 'answered']);
    expect(site.connection()).toMatchObject({ storeFailures: 0, storeProbeAtMs: null, storeDownSinceMs: null, storeDownCode: null });
  });

  it('is left alone as long as it asked for', async () => {
    await shut();
    site.passMs(probeInMs());
    await site.run((session) => outcome(() => new StoreBreaker(session, session.connection).call(() => Promise.reject(new SyncError('STORE_SERVER_ERROR', { retryAfterMs: 500_000 })))));
    expect(probeInMs()).toBeGreaterThan(490_000);
  });
});

describe('the probe', () => {
  it('is made by one of several who come at the same moment', async () => {
    await shut();
    site.passMs(probeInMs());
    const entrance = (opener: Parameters<Parameters<TestSite['runEntrance']>[0]>[0]): Promise<string> =>
      opener.openSync(opener.openSite(site.connection().instanceId, new CallBudget(10))).then((session) => outcome(() => look(session)));
    expect(await site.runTogether(entrance, entrance, entrance)).toEqual(['STORE_DOWN', 'STORE_DOWN', 'STORE_DOWN']);
    expect(inVain()).toBe(FAILURES_UNTIL_SHUT + 1);
  });

  it('that a crash cut short is made again at its next time', async () => {
    await shut();
    site.passMs(probeInMs());
    isDown(false);
    // The claim is on record, and nobody comes back with an answer.
    const { storeProbes = 0 } = site.connection();
    site.put('connections', { ...site.connection(), storeProbes: storeProbes + 1, storeProbeAtMs: site.nowMs + probeDelayMs(FAILURES_UNTIL_SHUT) });
    expect(await ask()).toBe('STORE_DOWN');
    site.passMs(probeInMs());
    expect(await ask()).toBe('answered');
  });

  it('is not claimed by who has no calls left to make it', async () => {
    await shut();
    site.passMs(probeInMs());
    const before = site.connection();
    expect(await ask(2)).toBe('BUDGET_SPENT');
    expect(site.connection()).toEqual(before);
  });

  it('that loses against one which was answered meanwhile goes on as if nothing had been', async () => {
    await shut();
    site.passMs(probeInMs());
    isDown(false);
    const codes = await site.run(async (session) => {
      const late = new StoreBreaker(session, session.connection);
      await look(session);
      return outcome(() => late.call(async () => 'anything'));
    });
    expect(codes).toBe('answered');
    expect(site.connection().storeFailures).toBe(0);
  });
});

describe('what is no sign of a store that is down', () => {
  it.each(['STORE_AUTH', 'STORE_FORBIDDEN', 'STORE_NOT_RECOGNISED', 'STORE_RATE_LIMITED', 'STORE_REVIEW_GONE', 'REPLIES_PASSWORD'] as const)('an answer, whatever it says, reaches the caller as it is and ends the wait: %s', async (code) => {
    await shut();
    site.passMs(probeInMs());
    expect(await site.run((session) => outcome(() => refusing(session, code)))).toBe(code);
    expect(site.connection().storeFailures).toBe(0);
  });

  it('keys that are refused, however often, never shut it', async () => {
    for (let time = 0; time < 10; time += 1) expect(await site.run((session) => outcome(() => refusing(session, 'STORE_AUTH')))).toBe('STORE_AUTH');
    expect(site.connection()).not.toHaveProperty('storeFailures');
  });

  it('a spent budget changes nothing, either way', async () => {
    isDown(true);
    await ask();
    const before = site.connection();
    expect(await site.run((session) => outcome(() => refusing(session, 'BUDGET_SPENT')))).toBe('BUDGET_SPENT');
    expect(site.connection()).toEqual(before);
  });

  it('a fault of ours is not hidden', async () => {
    await expect(site.run((session) => new StoreBreaker(session, session.connection).call(() => Promise.reject(new TypeError('ours'))))).rejects.toThrow('ours');
    expect(site.connection()).not.toHaveProperty('storeFailures');
  });
});

describe('the record', () => {
  it('is left to the next call when there are no calls for it, and the answer counts all the same', async () => {
    isDown(true);
    await ask();
    isDown(false);
    expect(await ask(3)).toBe('answered');
    expect(site.connection().storeFailures).toBe(1);
    expect(await ask()).toBe('answered');
    expect(site.connection().storeFailures).toBe(0);
  });

  it('that Wix refuses does not take the answer away', async () => {
    isDown(true);
    await ask();
    isDown(false);
    site.fail({ call: 'rows.patch', how: 'before' });
    expect(await ask()).toBe('answered');
  });

  it('never gives a ticket away twice', async () => {
    const tickets: ConnectionRow['storeProbes'][] = [];
    await shut();
    for (let round = 0; round < 3; round += 1) {
      site.passMs(probeInMs());
      isDown(round === 1);
      await ask();
      tickets.push(site.connection().storeProbes);
      if (round !== 1) await shut();
    }
    expect(tickets).toEqual([1, 2, 3]);
  });
});
