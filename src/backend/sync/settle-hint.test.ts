import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type StoreProductId } from '../../core/ids';
import { hintRowId } from '../../core/link-id';
import type { SyncCode } from '../../core/sync-code';
import { SyncError } from '../../core/sync-error';
import { loneStoreLink } from './new-link';
import { receiveHint } from './receive-hint';
import type { SyncSession } from './session';
import { settleHint } from './settle-hint';
import type { HintRow } from './tables';

const INSTANCE = new TestSite().connection().instanceId;
const PRODUCT = brandId<StoreProductId>('sp1');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A hint that this invocation owns. */
function ownHint(site: TestSite, over: Partial<HintRow> = {}): HintRow {
  const untilMs = site.nowMs + 30_000;
  const hint: HintRow = {
    _id: hintRowId(INSTANCE, PRODUCT), instanceId: INSTANCE, storeProductId: PRODUCT,
    cursor: null, attempts: 0, marks: 1, turn: 1, leaseUntilMs: untilMs, heldUntilMs: 0, dueAtMs: untilMs, ...over,
  };
  site.put('hints', hint);
  return hint;
}

/** Reviews that cannot cross for want of an e-mail, met before: comparing them costs two calls a page. */
function fillStore(site: TestSite, count: number): void {
  site.addPerson(2, { contact: false, email: false });
  for (let number = 1; number <= count; number += 1) {
    const record = site.writeInStore(`Review ${number}`, { person: 2 });
    site.put('links', loneStoreLink(INSTANCE, record, 'AUTHOR_NO_EMAIL', null, site.nowMs));
  }
}

/** Something that happens while the next call of that name is on its way. */
function during(site: TestSite, call: string, happens: () => void): void {
  const told = site.world.onCall;
  let done = false;
  site.world.onCall = (name) => {
    told(name);
    if (name !== call || done) return;
    done = true;
    happens();
  };
}

function hintOf(site: TestSite): HintRow {
  const [hint] = site.hints();
  if (hint === undefined) throw new Error('Expected a hint');
  return hint;
}

const midway = (session: SyncSession): SyncSession => ({ ...session, random: () => 0.5 });

function failing(session: SyncSession, error: Error): SyncSession {
  return { ...midway(session), clock: { nowMs: () => 0 }, store: { ...session.store, listReviewsOf: () => Promise.reject(error) } };
}

describe('following a hint', () => {
  it('to its end lets go of it with nothing left to do, in three calls when nothing changed', async () => {
    const site = new TestSite();
    fillStore(site, 3);
    const hint = ownHint(site, { attempts: 4, heldUntilMs: 5 });
    expect(await site.run((session) => settleHint(session, hint))).toBe(false);
    expect(hintOf(site)).toEqual({ ...hint, cursor: null, dueAtMs: null, leaseUntilMs: 0, attempts: 0 });
    expect(site.calls).toEqual(['rows.get', 'store.listReviewsOf', 'rows.find', 'rows.patch']);
  });

  it('that has more pages keeps the place of the next one and is due at once', async () => {
    const site = new TestSite();
    fillStore(site, 101);
    const hint = ownHint(site, { attempts: 4 });
    expect(await site.run((session) => settleHint(session, hint))).toBe(true);
    expect(hintOf(site)).toMatchObject({ cursor: '100', leaseUntilMs: 0, attempts: 0 });
    expect(hintOf(site).dueAtMs).toBeLessThanOrEqual(site.nowMs);
    await site.run((session) => settleHint(session, hintOf(site)));
    expect(hintOf(site)).toMatchObject({ cursor: null, dueAtMs: null });
  });

  it.each([['on its last page', 3], ['between two pages', 101]])('that was marked again meanwhile starts over from the first page, %s', async (_, reviews) => {
    const site = new TestSite();
    fillStore(site, reviews);
    const hint = ownHint(site);
    during(site, 'rows.find', () => site.put('hints', { ...hintOf(site), marks: 2, cursor: null, dueAtMs: site.nowMs }));
    expect(await site.run((session) => settleHint(session, hint))).toBe(true);
    expect(hintOf(site)).toMatchObject({ cursor: null, marks: 2, leaseUntilMs: 0 });
    expect(hintOf(site).dueAtMs).toBeLessThanOrEqual(site.nowMs);
    expect(site.calls.slice(1)).toEqual(['store.listReviewsOf', 'rows.find', 'rows.patch', 'rows.patch']);
  });

  it('sees a second delivery\'s mark and carries across what it was about', async () => {
    const site = new TestSite();
    const hint = ownHint(site);
    await site.run(async (session) => {
      const { rows } = session;
      const find: typeof rows.find = async (table, options) => {
        const found = await rows.find(table, options);
        site.writeInStore('Came after the list was read');
        await receiveHint(session, PRODUCT);
        return found;
      };
      await settleHint({ ...session, rows: { ...rows, find } }, hint);
    });
    expect(site.onWix()).toEqual([]);
    await site.run((session) => settleHint(session, hintOf(site)));
    expect(site.onWix()).toMatchObject([{ fields: { body: 'Came after the list was read' } }]);
    expect(hintOf(site).dueAtMs).toBeNull();
  });

  it('whose row was removed meanwhile ends quietly and does not bring it back', async () => {
    const site = new TestSite();
    const hint = ownHint(site);
    during(site, 'rows.find', () => site.world.rows.table('hints').delete(hint._id));
    await site.run((session) => settleHint(session, hint));
    expect(site.hints()).toEqual([]);
    expect(site.calls.filter((call) => call === 'rows.patch')).toHaveLength(1);
  });
});

describe('a hint whose calls run out', () => {
  it.each([[null], ['100']])('keeps its cursor %s, is free and due at once, and counts no failed attempt', async (cursor) => {
    const site = new TestSite();
    fillStore(site, 101);
    const hint = ownHint(site, { cursor, attempts: 2 });
    expect(await site.run((session) => settleHint(session, hint), { calls: 3 })).toBe(true);
    expect(site.calls.slice(1)).toEqual(['store.listReviewsOf', 'rows.patch']);
    expect(hintOf(site)).toMatchObject({ cursor, leaseUntilMs: 0, attempts: 2 });
    expect(hintOf(site).dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });

  it('goes on with the next review each time until all are carried across, each once', async () => {
    const site = new TestSite();
    for (let person = 2; person <= 5; person += 1) {
      site.addPerson(person);
      site.writeInStore(`Review ${person}`, { person });
    }
    ownHint(site);
    for (let round = 0; round < 10 && hintOf(site).dueAtMs !== null; round += 1) await site.run((session) => settleHint(session, hintOf(site)));
    expect(hintOf(site).dueAtMs).toBeNull();
    expect(site.onWix().map(({ fields }) => fields.body)).toEqual(['Review 2', 'Review 3', 'Review 4', 'Review 5']);
    expect(site.writes()).toEqual(Array.from({ length: 4 }, () => 'wix.createReviews'));
  });

  it('to the very last one stays with its lease, which brings it back', async () => {
    const site = new TestSite();
    const hint = ownHint(site);
    site.fail({ call: 'rows.patch', how: 'before' });
    await site.run((session) => settleHint(session, hint), { calls: 4 });
    expect(site.hints()).toEqual([hint]);
  });
});

describe('a hint that fails', () => {
  const AT_MS = { first: 5_000, third: 30 * MINUTE_MS };
  it.each<[string, SyncError, number, number]>([
    ['a store that is down, first time', new SyncError('STORE_SERVER_ERROR'), 0, AT_MS.first],
    ['a store that is down, third time', new SyncError('STORE_TIMEOUT'), 2, AT_MS.third],
    ['a store that is down for days', new SyncError('STORE_UNREACHABLE'), 9, DAY_MS],
    ['a store that is down for weeks', new SyncError('STORE_UNREACHABLE'), 50, DAY_MS],
    ['a store that says when to come back', new SyncError('STORE_SERVER_ERROR', { retryAfterMs: MINUTE_MS }), 0, MINUTE_MS],
    ['a store that asks for less than our pause', new SyncError('STORE_SERVER_ERROR', { retryAfterMs: MINUTE_MS }), 2, AT_MS.third],
    ['too many calls, however often', new SyncError('STORE_RATE_LIMITED', { retryAfterMs: 1_000 }), 8, AT_MS.first],
    ['too many calls to Wix', new SyncError('WIX_RATE_LIMITED', { retryAfterMs: MINUTE_MS }), 8, MINUTE_MS],
    ...(['STORE_AUTH', 'STORE_REFUSED', 'UNEXPECTED'] satisfies SyncCode[]).map((code): [string, SyncError, number, number] => [code, new SyncError(code), 2, AT_MS.third]),
  ])('for %s is never given up: it keeps its place, is free, and tried again in time', async (_, error, attempts, delayMs) => {
    const site = new TestSite();
    const hint = ownHint(site, { cursor: '100', attempts });
    await site.run((session) => settleHint(failing(session, error), hint));
    expect(hintOf(site)).toEqual({ ...hint, dueAtMs: delayMs, leaseUntilMs: 0, attempts: attempts + 1 });
    expect(site.calls).toEqual(['rows.get', 'rows.patch']);
  });

  it('while its result is written down is tried again', async () => {
    const site = new TestSite();
    for (const how of ['before', 'after', 'throttled'] as const) {
      const hint = ownHint(site);
      site.fail({ call: 'rows.patch', how });
      await site.run((session) => settleHint(session, hint));
      expect(hintOf(site)).toMatchObject({ attempts: 1, leaseUntilMs: 0 });
      expect(hintOf(site).dueAtMs).toBeGreaterThan(site.nowMs);
    }
  });

  it.each([['store.listReviewsOf'], ['rows.find'], ['rows.patch']])('since its invocation died at %s keeps its place and lease', async (call) => {
    const site = new TestSite();
    fillStore(site, 1);
    const hint = ownHint(site);
    site.fail({ call, how: 'crash-before' });
    await expect(site.run((session) => settleHint(session, hint))).rejects.toThrow('Died');
    expect(site.hints()).toEqual([hint]);
  });
});

describe('while the store is down', () => {
  it('a product uses up no try and is due as soon as the store is back, and the next entrance knows', async () => {
    const site = new TestSite();
    const hint = ownHint(site, { attempts: 3 });
    await site.run((session) => {
      const store = { ...session.store, listReviewsOf: () => Promise.reject(new SyncError('STORE_DOWN', { retryAfterMs: 90_000 })) };
      return settleHint({ ...session, store }, hint);
    });
    const { dueAtMs } = hintOf(site);
    expect(hintOf(site)).toMatchObject({ attempts: 3, leaseUntilMs: 0 });
    expect(dueAtMs).toBeLessThanOrEqual(site.nowMs);
    expect(site.connection().backlogDueAtMs).toBe(dueAtMs);
  });
});
