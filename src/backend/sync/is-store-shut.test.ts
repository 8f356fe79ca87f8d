import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { isStoreShut } from './is-store-shut';
import { StoreBreaker } from './store-breaker';

const DOWN = { storeFailures: 3, storeProbes: 0, storeDownSinceMs: 0, storeDownCode: 'STORE_TIMEOUT' } as const;

describe('a store', () => {
  it.each([['before its next probe is due', 1, true], ['once that is due', 0, false]] as const)('that is down is left alone %s', async (_, laterMs, expected) => {
    const site = new TestSite();
    const shut = await site.run(async (session) => {
      const storeProbeAtMs = session.clock.nowMs() + laterMs;
      return isStoreShut({ breaker: new StoreBreaker(session, { ...session.connection, ...DOWN, storeProbeAtMs }) });
    });
    expect(shut).toBe(expected);
  });

  it('that answers, or that nothing guards, is called', async () => {
    const site = new TestSite();
    expect(await site.run(async (session) => isStoreShut({ breaker: new StoreBreaker(session, session.connection) }))).toBe(false);
    expect(isStoreShut({})).toBe(false);
  });
});
