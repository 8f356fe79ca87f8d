import { describe, expect, it } from 'vitest';
import { retryClass } from './retry-class';
import { isShopShut } from './shop-is-shut';
import { FAILURES_UNTIL_SHUT, isStoreDown, probeDelayMs, saysDown } from './store-probe';
import { SYNC_CODES } from './sync-code';

describe('which failures say that a store is down', () => {
  it('only those in which it gave no answer of its own', () => {
    expect(SYNC_CODES.filter(saysDown)).toEqual(['STORE_UNREACHABLE', 'STORE_TIMEOUT', 'STORE_CERTIFICATE', 'STORE_BLOCKED', 'STORE_SERVER_ERROR']);
  });

  it.each(['STORE_AUTH', 'STORE_FORBIDDEN', 'STORE_RATE_LIMITED', 'STORE_NOT_RECOGNISED'] as const)('an answer that needs a person, or a pause, is none of them: %s', (code) => {
    expect(saysDown(code)).toBe(false);
  });
});

describe('how long a store is left alone', () => {
  const after = (more: number, askedMs?: number): number => probeDelayMs(FAILURES_UNTIL_SHUT + more, askedMs);

  it('doubles with every failure, from half a minute to ten', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((more) => after(more))).toEqual([30_000, 60_000, 120_000, 240_000, 480_000, 600_000, 600_000]);
  });

  it('never ends, however long the store is down', () => {
    expect(after(5_000)).toBe(600_000);
  });

  it('is as long as the store asked for, up to the longest', () => {
    expect([after(0, 90_000), after(3, 90_000), after(0, 86_400_000)]).toEqual([90_000, 240_000, 600_000]);
  });

  it('is the shortest before it is shut at all', () => {
    expect(probeDelayMs(1)).toBe(30_000);
  });
});

describe('over a long outage', () => {
  it('no wait is shorter than the one before it', () => {
    const waits = Array.from({ length: 200 }, (_, failures) => probeDelayMs(failures));
    expect(waits.every((wait, index) => index === 0 || wait >= (waits[index - 1] ?? 0))).toBe(true);
  });

  it('an hour has at most ten probes, and a day at most one in ten minutes and five more', () => {
    const probesIn = (ms: number): number => {
      let probes = 0;
      for (let atMs = 0; atMs < ms; probes += 1) atMs += probeDelayMs(FAILURES_UNTIL_SHUT + probes);
      return probes;
    };
    expect([probesIn(3_600_000) <= 10, probesIn(86_400_000) <= 24 * 6 + 5]).toEqual([true, true]);
  });
});

describe('a store', () => {
  it('is down from so many failures in a row on, and not before', () => {
    expect([undefined, 0, 1, 2, 3, 4, 1_000].map(isStoreDown)).toEqual([false, false, false, false, true, true, true]);
  });
});

describe('what says that a store is down', () => {
  it.each(SYNC_CODES.filter(saysDown))('is tried again by itself, and asks no person for anything: %s', (code) => {
    expect(retryClass(code)).toBe('transient');
    expect(isShopShut(code)).toBe(false);
  });
});
