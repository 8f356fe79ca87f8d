import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../core/fingerprint';
import { SYNC_CODES, type SyncCode } from '../../core/sync-code';
import { SyncError, type SyncErrorDetails } from '../../core/sync-error';
import { retryClass, retryDelayMs } from '../../core/retry-class';
import { TestSite } from '../../../test/support/test-site';
import { LEASE_MS } from './lease';
import { leased, wixBornLink } from './new-link';
import { recordFailure } from './record-failure';
import type { LinkRow } from './tables';

interface Failed {
  readonly site: TestSite;
  readonly owned: LinkRow;
  readonly row: LinkRow;
  /** From the moment it failed until the next try. */
  readonly delayMs: number | null;
}

const MIDDLE = 0.5;
const COPYING = { kind: 'create', on: 'store', sent: { title: 'a', body: 'b', rating: 'c', author: 'd', status: 'e', reply: 'f' } } as const;

/** A settle of a fresh link that failed; nobody spreads the retries. */
async function failed(error: unknown, was: Partial<LinkRow> = {}, { calls = 10, site = new TestSite() } = {}): Promise<Failed> {
  const event = site.event(site.writeOnWix('Fits well'));
  const owned: LinkRow = { ...leased(wixBornLink(event.instanceId, event, site.nowMs), site.nowMs), intent: COPYING, lastAtMs: 1, ...was };
  site.put('links', owned);
  let atMs = 0;
  const row = await site.run((session) => {
    atMs = site.nowMs;
    site.calls.length = 0;
    return recordFailure({ ...session, random: () => MIDDLE }, owned, error);
  }, { calls });
  const { dueAtMs } = site.link();
  return { site, owned, row, delayMs: dueAtMs === null ? null : dueAtMs - atMs };
}

const fail = (code: SyncCode, was: Partial<LinkRow> = {}, details: SyncErrorDetails = {}): Promise<Failed> => failed(new SyncError(code, details), was);

const SHOP_IS_SHUT: readonly SyncCode[] = [
  'STORE_URL_INVALID', 'STORE_URL_INSECURE', 'STORE_URL_PRIVATE', 'STORE_NOT_RECOGNISED', 'STORE_AUTH', 'STORE_FORBIDDEN', 'WIX_FORBIDDEN', 'NOT_CONNECTED',
  'REPLIES_PASSWORD', 'REPLIES_IGNORED', 'REPLIES_FORBIDDEN',
];
const PASSING = SYNC_CODES.filter((code) => ['transient', 'throttled'].includes(retryClass(code)) && !['BUDGET_SPENT', 'WIX_REVISION_STALE', 'STORE_DOWN'].includes(code));
const FINAL = SYNC_CODES.filter((code) => retryClass(code) === 'permanent' || (retryClass(code) === 'needs-person' && !SHOP_IS_SHUT.includes(code)));

describe('a failure that may pass', () => {
  it.each([...PASSING, ...SHOP_IS_SHUT])('is tried again, with its reason and what was begun on record: %s', async (code) => {
    const { row, site, delayMs } = await fail(code);
    expect(row).toMatchObject({ state: 'waiting', code, attempts: 1, leaseUntilMs: 0, intent: COPYING, lastEvent: 'Will be tried again' });
    expect(delayMs).toBe(retryDelayMs(0, () => MIDDLE));
    expect(site.link()).toEqual(row);
  });

  it.each([1, 4, 8])('is tried less and less often: %s tries before', async (attempts) => {
    const { row, delayMs } = await fail('STORE_TIMEOUT', { attempts });
    expect(delayMs).toBe(retryDelayMs(attempts, () => MIDDLE));
    expect(row.attempts).toBe(attempts + 1);
  });

  it.each(['STORE_TIMEOUT', 'STORE_RATE_LIMITED', 'STORE_AUTH'] as const)('is given up after the whole schedule: %s', async (code) => {
    const { row } = await fail(code, { attempts: 9 });
    expect(row).toMatchObject({ state: 'blocked', code, dueAtMs: null, leaseUntilMs: 0, intent: COPYING, lastEvent: 'Could not be carried across' });
  });

  it('is not tried before the shop said so', async () => {
    expect((await fail('STORE_RATE_LIMITED', {}, { retryAfterMs: 60_000 })).delayMs).toBe(60_000);
  });

  it("is not tried earlier than its turn because the shop's own wait is short", async () => {
    expect((await fail('STORE_RATE_LIMITED', { attempts: 1 }, { retryAfterMs: 1_000 })).delayMs).toBe(retryDelayMs(1, () => MIDDLE));
  });
});

describe('a review that changed under our hands', () => {
  it.each([0, 4])('is looked at again at once: %s tries before', async (attempts) => {
    const { row, delayMs } = await fail('WIX_REVISION_STALE', { attempts });
    expect(row).toMatchObject({ state: 'waiting', attempts: attempts + 1 });
    expect(delayMs).toBe(0);
  });

  it('every time is left to a person after five tries', async () => {
    expect((await fail('WIX_REVISION_STALE', { attempts: 5 })).row).toMatchObject({ state: 'blocked', code: 'WIX_REVISION_STALE', dueAtMs: null });
  });
});

describe('a failure that would only repeat', () => {
  it.each(FINAL)('ends the tries by one call and leaves no backlog: %s', async (code) => {
    const { row, site } = await fail(code);
    expect(row).toMatchObject({ code, dueAtMs: null, leaseUntilMs: 0, attempts: 0, lastEvent: 'Could not be carried across' });
    expect(site.calls).toEqual(['rows.patch']);
    expect(site.connection().backlogDueAtMs).toBeNull();
  });

  it.each([
    ['PRODUCT_UNMATCHED', 'unmatched'],
    ['CONTACT_HAS_REVIEW', 'skipped'],
    ['STORE_REFUSED', 'blocked'],
  ] as const)('shows where the review stands: %s', async (code, state) => {
    expect((await fail(code)).row.state).toBe(state);
  });
});

describe('a failure for good', () => {
  it('is looked at once more when somebody marked the link meanwhile: the review may be gone', async () => {
    const site = new TestSite();
    const { row } = await failed(new SyncError('WIX_REFUSED'), {}, { site });
    expect(row).toMatchObject({ state: 'blocked', dueAtMs: null });
    const marked = await site.run(async (session) => {
      await session.rows.patch('links', row._id, { set: { gone: 'wix' }, increment: { marks: 1 } });
      return recordFailure(session, row, new SyncError('WIX_REFUSED'));
    });
    expect(marked).toMatchObject({ state: 'blocked', gone: 'wix', dueAtMs: expect.any(Number) as number });
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });
});

describe('what was seen before it failed for good', () => {
  it.each([['wix', 'wixSeen', 'storeSeen'], ['store', 'storeSeen', 'wixSeen']] as const)('is on record, so that it is no news to the next sweep: %s', async (side, seen, unseen) => {
    const site = new TestSite();
    const { row: before } = await fail('STORE_TIMEOUT', {});
    const [onWix, inStore] = [site.event(site.writeOnWix('Runs small')).review, site.writeInStore('Runs small')];
    site.put('links', before);
    const sight = { wix: side === 'wix' ? onWix : null, store: side === 'store' ? inStore : null };
    const row = await site.run((session) => recordFailure(session, before, new SyncError('WIX_REFUSED'), { seen: sight }));
    expect(row[seen]).toEqual(fingerprints(sight[side]?.fields ?? expect.fail('Expected the review that was seen')));
    expect(row[unseen]).toEqual(before[unseen]);
  });
});

describe('the flag that says there is work left', () => {
  it('is set to the time of the next try, by a second call', async () => {
    const { site, row } = await fail('STORE_TIMEOUT');
    expect(site.calls).toEqual(['rows.patch', 'rows.patch']);
    expect(site.connection().backlogDueAtMs).toBe(row.dueAtMs);
  });

  it('is moved forward, but never back', async () => {
    for (const [offsetMs, moved] of [[3_600_000, true], [-1_000, false]] as const) {
      const site = new TestSite();
      const backlogDueAtMs = site.nowMs + offsetMs;
      site.put('connections', { ...site.connection(), backlogDueAtMs });
      const { row } = await failed(new SyncError('STORE_TIMEOUT'), {}, { site });
      expect(site.connection().backlogDueAtMs).toBe(moved ? row.dueAtMs : backlogDueAtMs);
      expect(site.calls).toHaveLength(moved ? 2 : 1);
    }
  });
});

describe('without calls to write with', () => {
  it.each([
    ['because they are spent', new SyncError('BUDGET_SPENT'), 1],
    ['because one is left where two may be needed', new SyncError('STORE_TIMEOUT'), 2],
  ] as const)('the row is left alone, and its lease brings it back: %s', async (_name, error, calls) => {
    const { site, owned, row } = await failed(error, {}, { calls });
    expect(site.calls).toEqual([]);
    expect(row).toEqual(owned);
    expect(site.link()).toMatchObject({ dueAtMs: owned.leaseUntilMs, intent: COPYING, attempts: 0 });
    expect(owned.leaseUntilMs - site.nowMs).toBeLessThanOrEqual(LEASE_MS);
  });

  it('two are enough', async () => {
    expect((await failed(new SyncError('STORE_TIMEOUT'), {}, { calls: 3 })).row.attempts).toBe(1);
  });
});

it('whose calls ran out half-way lets go of the row, which is no failure of the review and goes on at once', async () => {
  const { site, owned, row } = await failed(new SyncError('BUDGET_SPENT'), {}, { calls: 2 });
  expect(site.calls).toEqual(['rows.patch']);
  expect(row).toEqual({ ...owned, leaseUntilMs: 0, dueAtMs: row.dueAtMs });
  expect(row.dueAtMs).toBeLessThanOrEqual(site.nowMs);
});

it('an error that nobody foresaw is not swallowed and writes nothing', async () => {
  const bug = new TypeError('Not a function');
  const site = new TestSite();
  await expect(failed(bug, {}, { site })).rejects.toBe(bug);
  expect(site.calls).toEqual([]);
});

it.each(['STORE_TIMEOUT', 'STORE_REFUSED', 'STORE_DOWN', 'BUDGET_SPENT'] as const)('a row that was removed meanwhile is not brought back: %s', async (code) => {
  const site = new TestSite();
  const event = site.event(site.writeOnWix('Fits well'));
  const owned = wixBornLink(event.instanceId, event, site.nowMs);
  expect(await site.run((session) => recordFailure(session, owned, new SyncError(code)))).toBe(owned);
  expect(site.links()).toEqual([]);
});

describe('a store that is down', () => {
  const waits = (was: Partial<LinkRow> = {}, calls = 10): Promise<Failed> => failed(new SyncError('STORE_DOWN', { retryAfterMs: 60_000 }), was, { calls });

  it('uses up none of a review’s tries, however often it is met, and puts it off by nothing but that', async () => {
    const { row, delayMs } = await waits({ attempts: 8 });
    expect(row).toMatchObject({ state: 'waiting', code: 'STORE_DOWN', attempts: 8, leaseUntilMs: 0, intent: COPYING, lastEvent: 'Waits for the store' });
    expect(delayMs).toBe(0);
  });

  it('never makes a dead letter, even of the last try', async () => {
    expect((await waits({ attempts: 9 })).row.state).toBe('waiting');
  });

  it('is told in the timeline once, not at every probe', async () => {
    const { row, owned } = await waits({ code: 'STORE_DOWN', lastEvent: 'Waits for the store', lastAtMs: 1 });
    expect([row.timeline, row.lastAtMs]).toEqual([owned.timeline, 1]);
  });

  it('leaves word for the next entrance', async () => {
    const { site, row } = await waits();
    expect(site.connection().backlogDueAtMs).toBe(row.dueAtMs);
  });

  it('with one call left is written down all the same; word is then left by whoever comes upon the review', async () => {
    const { site, row } = await waits({}, 2);
    expect(site.calls).toEqual(['rows.patch']);
    expect(row).toMatchObject({ state: 'waiting', code: 'STORE_DOWN', leaseUntilMs: 0 });
    expect(site.connection().backlogDueAtMs).toBeNull();
  });

  it('without a call left lets the lease bring the review back', async () => {
    const { row, owned } = await waits({}, 1);
    expect(row).toEqual(owned);
  });
});
